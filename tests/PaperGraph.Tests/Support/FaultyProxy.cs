using System.Net;
using System.Net.Sockets;

namespace PaperGraph.Tests.Support;

/// <summary>A network that fails: passes bytes on to a server, and cuts or stalls a connection after so many of them.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Func<int, long> _bytesOfConnection;
    private readonly bool _stalls;
    private readonly Task _accepting;
    private int _connections;
    private int _failures;

    /// <param name="bytesOfConnection">Bytes, both ways together, after which the connection of this number fails, 0 for at once; counted from 0.</param>
    /// <param name="stalls">Whether it then stays open and silent instead of being cut.</param>
    public FaultyProxy(Uri server, Func<int, long> bytesOfConnection, bool stalls = false)
    {
        (_server, _bytesOfConnection, _stalls) = (server, bytesOfConnection, stalls);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"{_server.Scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Connections => _connections;

    /// <summary>Connections that were cut or stalled.</summary>
    public int Failures => _failures;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                passing.Add(PassAsync(client, new Allowance(_bytesOfConnection(_connections++))));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(TcpClient client, Allowance allowance)
    {
        using (client)
        {
            using var server = new TcpClient();
            try
            {
                await server.ConnectAsync(_server.Host, _server.Port, _end.Token);
                await Task.WhenAny(CopyAsync(client.GetStream(), server.GetStream(), allowance), CopyAsync(server.GetStream(), client.GetStream(), allowance));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Allowance allowance)
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, _end.Token)) > 0)
            {
                if (!allowance.Take(read))
                {
                    if (allowance.Fail())
                    {
                        Interlocked.Increment(ref _failures);
                    }

                    if (_stalls)
                    {
                        await Task.Delay(Timeout.Infinite, _end.Token);
                    }

                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    /// <summary>Bytes that a connection may still pass.</summary>
    private sealed class Allowance(long bytes)
    {
        private long _left = bytes;

        private int _isUsedUp;

        /// <summary>True the first time: both directions find out.</summary>
        public bool Fail() => Interlocked.Exchange(ref _isUsedUp, 1) == 0;

        public bool Take(int count) => Interlocked.Add(ref _left, -count) >= 0;
    }
}
