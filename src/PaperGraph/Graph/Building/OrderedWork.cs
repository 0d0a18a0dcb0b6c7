namespace PaperGraph.Graph.Building;

/// <summary>Work on all processors whose results are taken in the order in which it was given: threads leave no trace.</summary>
internal static class OrderedWork
{
    /// <summary>Works on items some steps ahead of whoever takes the results; never far ahead, so that nothing piles up.</summary>
    /// <param name="items">Walked on the thread that takes the results.</param>
    /// <param name="work">Runs on other threads.</param>
    public static IEnumerable<TResult> Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work)
    {
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (TItem item in items)
            {
                running.Enqueue(Task.Run(() => work(item)));
                if (running.Count > 2 * Environment.ProcessorCount)
                {
                    yield return running.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (running.TryDequeue(out Task<TResult>? next))
            {
                yield return next.GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Left early: what runs may hold what the caller is about to let go.
            Task.WhenAll(running).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }
}
