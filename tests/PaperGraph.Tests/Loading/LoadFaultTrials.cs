using System.Globalization;
using PaperGraph.Tests.Support;
using Xunit.Abstractions;

namespace PaperGraph.Tests.Loading;

/// <summary>Loads that meet with every kind of fault, many times, with the real program and a real server. After each: load again, and compare edge by edge, property
/// by property. The counts are printed.</summary>
[Trait("Category", "Faults")]
[Collection(FaultTrials.Collection)]
public sealed class LoadFaultTrials(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20240506);
    private SharedNeo4j? _server;
    private Dictionary<string, string> _environment = [];
    private string _transport = "http";
    private int _compared;

    public static TheoryData<string> Transports => BuildCapabilities.Has("bolt") ? new TheoryData<string>("http", "bolt") : new TheoryData<string>("http");

    /// <summary>Two stores that share half of their papers: from one to the other a load writes and takes off.</summary>
    private string[] Stores => [_folder.PathOf("0.papergraph"), _folder.PathOf("1.papergraph")];

    public async Task InitializeAsync()
    {
        if (FaultTrials.ReasonToSkip is not null)
        {
            return;
        }

        const int Papers = 500;
        for (int i = 0; i < 2; i++)
        {
            string page = _folder.Write($"{i}.jsonl", GeneratedPapers.JsonLines(i * Papers / 2, Papers));
            Assert.Equal(0, (await CommandRun.OfAsync("build", page, "--store", Stores[i], "--quiet")).ExitCode);
        }

        _server = await SharedNeo4j.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_ProcessKilled_LosesAndDoublesNothing(string transport)
    {
        TimeSpan whole = await BeginAsync(transport);
        int killed = 0;
        int trial = 0;
        while (killed < FaultTrials.Number && trial < 3 * FaultTrials.Number)
        {
            using CommandProcess load = Start(++trial);
            await Task.Delay(whole * (0.1 + (0.7 * _random.NextDouble())));
            killed += load.Kill() ? 1 : 0;
            await load.EndAsync();
            await AssertNothingLostAsync(trial);
        }

        Say($"{trial} loads, {killed} of them killed (SIGKILL) at random moments, the others were quicker");
        Assert.Equal(FaultTrials.Number, killed);
    }

    /// <summary>The load waits for the server and goes on by itself.</summary>
    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_ServerKilledAndRestarted_LosesAndDoublesNothing(string transport)
    {
        TimeSpan whole = await BeginAsync(transport);
        int trials = Math.Max(1, FaultTrials.Number / 4);
        int survived = 0;
        for (int trial = 1; trial <= trials; trial++)
        {
            using CommandProcess load = Start(trial);
            await Task.Delay(whole * (0.2 + (0.6 * _random.NextDouble())));
            await _server!.KillAsync();
            await _server.RestartAsync();
            survived += (await load.EndAsync()).ExitCode == 0 ? 1 : 0;
            await AssertNothingLostAsync(trial);
        }

        Say($"{trials} times the server was killed (SIGKILL) during a load and started again; {survived} of the loads ended well by themselves");
    }

    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_NetworkFails_LosesAndDoublesNothing(string transport)
    {
        await BeginAsync(transport);
        int connections = 0;
        int again = 0;
        string address = _environment["NEO4J_URI"];
        for (int trial = 1; trial <= FaultTrials.Number; trial++)
        {
            // Cut off after so many bytes, up to the size of some batches; every third trial they stall instead, and a stalled call is given up after a while.
            bool stalls = trial % 3 == 0;
            int[] allowances = [.. Enumerable.Range(0, stalls ? 1 : 6).Select(_ => _random.Next(200, 900_000))];
            await using var proxy = new FaultyProxy(new Uri(address), connection => connection < allowances.Length ? allowances[connection] : long.MaxValue, stalls);
            for (int attempt = 0; attempt < 20; attempt++)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(stalls ? 10 : 300));
                using CommandProcess load = Start(trial, proxy.Address);
                Task<CommandRun> end = load.EndAsync();
                bool isStalled = await Task.WhenAny(end, Task.Delay(Timeout.Infinite, patience.Token)) != end;
                if (isStalled)
                {
                    load.Kill();
                }

                if ((await end).ExitCode == 0 && !isStalled)
                {
                    break;
                }

                again++;
            }

            connections += Math.Min(proxy.Connections, allowances.Length);
            await AssertNothingLostAsync(trial);
        }

        Say($"{FaultTrials.Number} loads through a network that cut or stalled {connections} connections; {again} times the command was given again");
        Assert.InRange(connections, FaultTrials.Number, int.MaxValue);
    }

    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_TwoAtOnce_LosesAndDoublesNothing(string transport)
    {
        TimeSpan whole = await BeginAsync(transport);
        int superseded = 0;
        for (int trial = 1; trial <= FaultTrials.Number; trial++)
        {
            using CommandProcess first = Start(trial);
            await Task.Delay(whole * _random.NextDouble());
            using CommandProcess second = Start(trial);
            CommandRun[] runs = await Task.WhenAll(first.EndAsync(), second.EndAsync());

            Assert.Contains(runs, run => run.ExitCode == 0);
            Assert.All(runs, run => Assert.True(run.ExitCode == 0 || run.Error.Contains("another load", StringComparison.Ordinal), run.Error));
            superseded += runs.Count(run => run.ExitCode != 0);
            await AssertNothingLostAsync(trial);
        }

        Say($"{FaultTrials.Number} times two loads at once; {superseded} gave way to the other");
    }

    /// <returns>How long a load takes that nothing disturbs.</returns>
    private async Task<TimeSpan> BeginAsync(string transport)
    {
        _transport = transport;
        StartedNeo4j server = _server!.Started;
        _environment = server.VariablesFor(transport == "bolt" ? server.BoltAddress! : server.HttpAddress);
        await AssertNothingLostAsync(0);   // The first one warms the server.
        long started = TimeProvider.System.GetTimestamp();
        using CommandProcess load = Start(trial: 1);
        Assert.Equal(0, (await load.EndAsync()).ExitCode);
        TimeSpan whole = TimeProvider.System.GetElapsedTime(started);
        await AssertNothingLostAsync(0);
        return whole;
    }

    private CommandProcess Start(int trial, string? address = null) => CommandProcess.Start(
        address is null ? _environment : new Dictionary<string, string>(_environment) { ["NEO4J_URI"] = address }, "load", "--replace", "--store", Stores[trial % 2]);

    private async Task AssertNothingLostAsync(int trial)
    {
        CommandRun loaded = await CommandRun.OfAsync(["load", "--replace", "--store", Stores[trial % 2]], "", _environment);
        Assert.True(loaded.ExitCode == 0, loaded.Error);
        Assert.Contains("; 0 missing, 0 extra", loaded.Output, StringComparison.Ordinal);
        CommandRun verified = await CommandRun.OfAsync(["load", "--verify", "--store", Stores[trial % 2]], "", _environment);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        _compared++;
    }

    private void Say(string what) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{_transport}: {what}; then each time a load and a comparison of every property: {_compared} comparisons, no difference."));
}
