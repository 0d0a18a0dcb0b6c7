using System.Diagnostics;
using System.Globalization;
using PaperGraph.Graph.Building;

namespace PaperGraph.Cli.Output;

/// <summary>How long each stage of a build took: <c>--verbose</c>.</summary>
internal sealed class StageTimes : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly List<Stage> _stages = [];
    private readonly Lock _lock = new();

    public StageTimes()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == BuildStage.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = Start,
            ActivityStopped = Stop,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private sealed record Stage(string Name, int Depth)
    {
        public TimeSpan Elapsed { get; set; }

        public TimeSpan Busy { get; set; }

        public TimeSpan BusyAtStart { get; set; }

        /// <summary>Of <see cref="Elapsed"/>, while all threads waited for the collector of memory.</summary>
        public TimeSpan Paused { get; set; }

        public TimeSpan PausedAtStart { get; set; }

        /// <summary>Memory of the process when the stage last ended, in bytes.</summary>
        public long Memory { get; set; }
    }

    /// <summary>One line a stage, in the order in which they began, those inside another one indented: seconds that passed, seconds of all processors, seconds that the collector of memory held all threads, and the process's memory at their ends.</summary>
    public void Write(TextWriter output)
    {
        lock (_lock)
        {
            output.WriteLine("stage                              s      cpu s   paused s         MB");
            foreach (Stage stage in _stages)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{new string(' ', 2 * stage.Depth) + stage.Name,-28}{stage.Elapsed.TotalSeconds,8:0.00}{stage.Busy.TotalSeconds,11:0.00}{stage.Paused.TotalSeconds,11:0.00}{stage.Memory >> 20,11}"));
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{"in all",-39}{Environment.CpuUsage.TotalTime.TotalSeconds,8:0.00}{GC.GetTotalPauseDuration().TotalSeconds,11:0.00}   {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Start(Activity activity)
    {
        lock (_lock)
        {
            Stage stage = StageOf(activity);
            stage.BusyAtStart = Environment.CpuUsage.TotalTime;
            stage.PausedAtStart = GC.GetTotalPauseDuration();
        }
    }

    private void Stop(Activity activity)
    {
        lock (_lock)
        {
            Stage stage = StageOf(activity);
            stage.Elapsed += activity.Duration;
            stage.Memory = Environment.WorkingSet;
            stage.Busy += Environment.CpuUsage.TotalTime - stage.BusyAtStart;
            stage.Paused += GC.GetTotalPauseDuration() - stage.PausedAtStart;
        }
    }

    /// <summary>A stage that comes again is one line.</summary>
    private Stage StageOf(Activity activity)
    {
        int depth = 0;
        for (Activity? outer = activity.Parent; outer is not null; outer = outer.Parent)
        {
            depth++;
        }

        Stage? stage = _stages.Find(known => known.Depth == depth && known.Name == activity.OperationName);
        if (stage is null)
        {
            _stages.Add(stage = new Stage(activity.OperationName, depth));
        }

        return stage;
    }
}
