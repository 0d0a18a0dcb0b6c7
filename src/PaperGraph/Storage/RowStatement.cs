using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaperGraph.Storage;

/// <summary>One prepared statement that writes millions of rows: values go to SQLite as the bytes that they are, without objects between.</summary>
/// <remarks>Parameters are numbered from 1, in the order in which they stand.</remarks>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open.</param>
    /// <exception cref="SqliteException">The statement is wrong.</exception>
    public RowStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public RowStatement Bind(int place, long number)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, number));
        return this;
    }

    /// <param name="text">UTF-8.</param>
    public RowStatement Bind(int place, ReadOnlySpan<byte> text)
    {
        // An empty span points to nothing, which SQLite takes for NULL.
        Check(text.IsEmpty ? raw.sqlite3_bind_text(_statement, place, "") : raw.sqlite3_bind_text(_statement, place, text));
        return this;
    }

    public RowStatement BindBlob(int place, ReadOnlySpan<byte> bytes)
    {
        Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, bytes));
        return this;
    }

    public RowStatement Bind(int place, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return this;
        }

        int longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = longest > 1024 ? System.Buffers.ArrayPool<byte>.Shared.Rent(longest) : null;
        Span<byte> bytes = rented ?? stackalloc byte[1024];
        Bind(place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    public RowStatement Bind(int place, int? number)
    {
        Check(number is { } value ? raw.sqlite3_bind_int64(_statement, place, value) : raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    /// <returns>Rows written or taken away.</returns>
    public int Run()
    {
        int code = raw.sqlite3_step(_statement);
        if (code != raw.SQLITE_DONE)
        {
            SqliteException failure = Failure();
            raw.sqlite3_reset(_statement);
            throw failure;
        }

        Check(raw.sqlite3_reset(_statement));
        return raw.sqlite3_changes(_database);
    }

    public void Dispose() => _statement?.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure();
        }
    }

    private SqliteException Failure() =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), raw.sqlite3_errcode(_database), raw.sqlite3_extended_errcode(_database));
}
