using System.Globalization;
using System.Text.Json;
using PaperGraph.Cypher;
using PaperGraph.Tests.Support;
using Xunit.Abstractions;

namespace PaperGraph.Tests.Loading;

/// <summary>Loads that meet with every kind of fault, many times, with the real program and a real server. After each: load again, and compare edge by edge, property
/// by property. A trial counts where the fault struck in the middle of a load; the counts are printed.</summary>
[Trait("Category", "Faults")]
[Collection(FaultTrials.Collection)]
public sealed class LoadFaultTrials(FaultTrialServer server, ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Of those that were asked for; a fault may come too late to count.</summary>
    private const int MostTrialsForOne = 3;

    private readonly Random _random = new(20240506);
    private Dictionary<string, string> _environment = [];
    private ICypherExecutor? _neo4j;
    private string _transport = "http";
    private int _batches;
    private int _compared;

    public static TheoryData<string> Transports => BuildCapabilities.Has("bolt") ? new TheoryData<string>("http", "bolt") : new TheoryData<string>("http");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _neo4j is null ? Task.CompletedTask : _neo4j.DisposeAsync().AsTask();

    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_ProcessKilled_LosesAndDoublesNothing(string transport)
    {
        await BeginAsync(transport);
        var committed = new List<long>();
        int trial = 0;
        while (committed.Count < FaultTrials.Number && trial < MostTrialsForOne * FaultTrials.Number)
        {
            Head before = await HeadAsync();
            using CommandProcess load = Start(++trial);
            await ReachAsync(before, _random.Next(_batches), load);
            await Task.Delay(_random.Next(30));
            bool isKilled = load.Kill();
            await load.EndAsync();
            Head after = await HeadAsync();
            if (isKilled && after.Run != before.Run && after.IsUnderWay)
            {
                committed.Add(after.Batch - before.Batch);
            }

            await AssertNothingLostAsync(trial);
        }

        Say($"{committed.Count} loads killed (SIGKILL) in the middle, after {Range(committed)} of about {_batches} batches; {trial - committed.Count} more were quicker than the kill");
        Assert.Equal(FaultTrials.Number, committed.Count);
    }

    /// <summary>The load waits for the server and goes on by itself.</summary>
    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_ServerKilledOrStoppedAndRestarted_LosesAndDoublesNothing(string transport)
    {
        await BeginAsync(transport);
        int trials = Math.Max(2, FaultTrials.Number / 4);
        var endings = new List<int>();
        int trial = 0;
        while (endings.Count < trials && trial < MostTrialsForOne * trials)
        {
            Head before = await HeadAsync();
            using CommandProcess load = Start(++trial);
            await ReachAsync(before, _random.Next(_batches), load);
            await (endings.Count % 2 == 0 ? server.Neo4j.KillAsync() : server.Neo4j.StopAsync());
            await server.Neo4j.RestartAsync();
            CommandRun run = await load.EndAsync();
            if (run.ExitCode != 0 || RetriesOf(run) > 0)
            {
                endings.Add(run.ExitCode);
                Assert.True(run.ExitCode == 0, run.Error);
            }

            await AssertNothingLostAsync(trial);
        }

        Say($"{endings.Count} times the server was killed (SIGKILL) or stopped, in turn, in the middle of a load and started again: each time the load waited and ended well by itself; {trial - endings.Count} more were quicker");
        Assert.Equal(trials, endings.Count);
    }

    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_NetworkFails_LosesAndDoublesNothing(string transport)
    {
        TimeSpan whole = await BeginAsync(transport);
        int cut = 0;
        int stalled = 0;
        int again = 0;
        string address = _environment["NEO4J_URI"];
        for (int trial = 1; trial <= FaultTrials.Number; trial++)
        {
            // Refused, or cut off after so many bytes, up to the size of some batches; every third trial they stall instead, and a stalled call is given up after a while.
            bool stalls = trial % 3 == 0;
            int[] allowances = [.. Enumerable.Range(0, stalls ? 1 : 6).Select(_ => !stalls && _random.Next(4) == 0 ? 0 : _random.Next(200, 900_000))];
            await using var proxy = new FaultyProxy(new Uri(address), connection => connection < allowances.Length ? allowances[connection] : long.MaxValue, stalls);
            for (int attempt = 0; attempt < 20; attempt++)
            {
                using var patience = new CancellationTokenSource(stalls ? (3 * whole) + TimeSpan.FromSeconds(3) : TimeSpan.FromMinutes(5));
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

            cut += stalls ? 0 : proxy.Failures;
            stalled += stalls ? proxy.Failures : 0;
            await AssertNothingLostAsync(trial);
        }

        Say($"{FaultTrials.Number} loads through a network that cut {cut} connections and stalled {stalled}; {again} times the command was given again");
        Assert.InRange(cut + stalled, FaultTrials.Number / 2, int.MaxValue);
    }

    [FaultTheory]
    [MemberData(nameof(Transports))]
    public async Task Load_TwoAtOnce_LosesAndDoublesNothing(string transport)
    {
        await BeginAsync(transport);
        int superseded = 0;
        int trial = 0;
        while (superseded < FaultTrials.Number && trial < MostTrialsForOne * FaultTrials.Number)
        {
            trial++;
            using CommandProcess first = Start(trial);
            await Task.Delay(_random.Next(300));
            using CommandProcess second = Start(trial);
            CommandRun[] runs = await Task.WhenAll(first.EndAsync(), second.EndAsync());

            Assert.Contains(runs, run => run.ExitCode == 0);
            Assert.All(runs, run => Assert.True(run.ExitCode == 0 || run.Error.Contains("another load", StringComparison.Ordinal), run.Error));
            superseded += runs.Count(run => run.ExitCode != 0);
            await AssertNothingLostAsync(trial);
        }

        Say($"{trial} times two loads at once: {superseded} times one gave way to the other in the middle, else they went one after the other");
        Assert.InRange(superseded, 1, trial);
    }

    /// <returns>How long a load takes that nothing disturbs.</returns>
    private async Task<TimeSpan> BeginAsync(string transport)
    {
        _transport = transport;
        StartedNeo4j started = server.Neo4j.Started;
        _environment = started.VariablesFor(transport == "bolt" ? started.BoltAddress! : started.HttpAddress);
        _neo4j = CypherTransport.Connect(new Neo4jTarget(started.HttpAddress, started.UserName, started.Password, null));
        await AssertNothingLostAsync(0);   // The first one warms the server.
        long began = TimeProvider.System.GetTimestamp();
        using CommandProcess load = Start(trial: 1);
        CommandRun run = await load.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);
        TimeSpan whole = TimeProvider.System.GetElapsedTime(began);
        _batches = NumberIn(run, "batches");
        await AssertNothingLostAsync(0);
        return whole;
    }

    private CommandProcess Start(int trial, string? address = null) => CommandProcess.Start(
        address is null ? _environment : new Dictionary<string, string>(_environment) { ["NEO4J_URI"] = address }, "load", "--replace", "--json", "--store", server.Stores[trial % 2]);

    /// <summary>Returns when the load has begun and the server has committed so many of its batches, or when it has ended.</summary>
    private async Task ReachAsync(Head before, int batches, CommandProcess load)
    {
        for (Head now = before; !load.HasEnded && (now.Run == before.Run || now.Batch - before.Batch < batches); now = await HeadAsync())
        {
            await Task.Delay(1);
        }
    }

    private async Task<Head> HeadAsync()
    {
        CypherResult head = await _neo4j!.ReadAsync(new CypherStatement("MATCH (load:PaperGraphLoad) RETURN load.run AS run, load.batch AS batch, load.digest IS NULL AS isUnderWay"));
        return new Head(head.Value(0, "run") as string, head.Value(0, "batch") as long? ?? 0, head.Value(0, "isUnderWay") is true);
    }

    private async Task AssertNothingLostAsync(int trial)
    {
        CommandRun loaded = await CommandRun.OfAsync(["load", "--replace", "--store", server.Stores[trial % 2]], "", _environment);
        Assert.True(loaded.ExitCode == 0, loaded.Error);
        Assert.Contains("; 0 missing, 0 extra", loaded.Output, StringComparison.Ordinal);
        CommandRun verified = await CommandRun.OfAsync(["load", "--verify", "--store", server.Stores[trial % 2]], "", _environment);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        _compared++;
    }

    private static int RetriesOf(CommandRun run) => NumberIn(run, "retries");

    private static int NumberIn(CommandRun run, string name) => JsonDocument.Parse(run.Output).RootElement.GetProperty(name).GetInt32();

    private static string Range(List<long> numbers) => numbers.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{numbers.Min()} to {numbers.Max()}");

    private void Say(string what) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{_transport}: {what}; then each time a load and a comparison of every property: {_compared} comparisons, no difference."));

    /// <summary>What the database says of its last load.</summary>
    private sealed record Head(string? Run, long Batch, bool IsUnderWay);
}
