using PaperGraph.Graph.Building;

namespace PaperGraph.Tests.Graph.Building;

public sealed class OrderedWorkTests
{
    [Fact]
    public void Run_WorkOfUnevenLength_ResultsInTheOrderOfTheItems()
    {
        IEnumerable<int> results = OrderedWork.Run(Enumerable.Range(0, 200), item =>
        {
            Thread.SpinWait(item % 7 * 2000);
            return item * item;
        });

        Assert.Equal(Enumerable.Range(0, 200).Select(item => item * item), results);
    }

    [Fact]
    public void Run_ResultsTakenOneByOne_ItemsAreAskedForNotFarAhead()
    {
        int asked = 0;
        IEnumerable<int> items = Enumerable.Range(0, 10_000).Select(item =>
        {
            asked++;
            return item;
        });

        Assert.Equal(0, OrderedWork.Run(items, item => item).First());

        Assert.InRange(asked, 1, (4 * Environment.ProcessorCount) + 2);
    }

    [Fact]
    public void Run_WorkFails_TheCallerSeesTheFailureItself()
    {
        IEnumerable<int> results = OrderedWork.Run(Enumerable.Range(0, 20), item => item == 11 ? throw new InvalidDataException("eleven") : item);
        var taken = new List<int>();

        InvalidDataException failure = Assert.Throws<InvalidDataException>(() => taken.AddRange(results.Select(item => item)));

        Assert.Equal("eleven", failure.Message);
    }

    [Fact]
    public void Run_LeftEarly_NothingRunsOn()
    {
        int running = 0;
        foreach (int _ in OrderedWork.Run(Enumerable.Range(0, 100), item =>
        {
            Interlocked.Increment(ref running);
            Thread.Sleep(5);
            Interlocked.Decrement(ref running);
            return item;
        }))
        {
            break;
        }

        Assert.Equal(0, Volatile.Read(ref running));
    }
}
