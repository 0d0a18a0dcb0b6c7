using System.Threading.Channels;

namespace PaperGraph.Cli.Filters;

/// <summary>Work on several threads, results in the order of the input, memory bounded.</summary>
internal static class OrderedPipeline
{
    /// <summary>Work that may be begun before the first result is taken, for each thread.</summary>
    private const int LookAhead = 4;

    /// <param name="inputs">Walked on one thread, which is not the caller's.</param>
    /// <param name="work">Called on up to <paramref name="threads"/> threads at once.</param>
    /// <param name="take">Called on the caller's thread, one result after the other, each as soon as it is its turn.</param>
    public static async Task RunAsync<TInput, TResult>(IEnumerable<TInput> inputs, Func<TInput, TResult> work, Action<TResult> take, int threads, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var slots = new SemaphoreSlim(threads);
        var started = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(threads * LookAhead) { SingleReader = true, SingleWriter = true });
        Task producer = Task.Run(() => ProduceAsync(inputs, input => WorkAsync(input, work, slots, stop.Token), started.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (await started.Reader.WaitToReadAsync(stop.Token).ConfigureAwait(false))
            {
                while (started.Reader.TryRead(out Task<TResult>? result))
                {
                    take(await result.WaitAsync(stop.Token).ConfigureAwait(false));
                }
            }

            await producer.ConfigureAwait(false);
        }
        finally
        {
            // On the way out by an exception, nothing new is begun; a read that waits for a terminal is left to the process's end.
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private static async Task ProduceAsync<TInput, TResult>(IEnumerable<TInput> inputs, Func<TInput, Task<TResult>> begin, ChannelWriter<Task<TResult>> started, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            foreach (TInput input in inputs)
            {
                await started.WriteAsync(begin(input), cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            started.TryComplete(failure);
        }
    }

    private static async Task<TResult> WorkAsync<TInput, TResult>(TInput input, Func<TInput, TResult> work, SemaphoreSlim slots, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => work(input), cancellation).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }
}
