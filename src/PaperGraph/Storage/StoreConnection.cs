using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaperGraph.Storage;

/// <summary>Room for pages of a store file, in KiB.</summary>
internal enum Pages
{
    /// <summary>For walking through it.</summary>
    Few = 8192,

    /// <summary>For writing.</summary>
    Many = 32768,
}

/// <summary>An open store file. Turns SQLite's errors into one clear line each.</summary>
internal sealed class StoreConnection : IDisposable
{
    /// <summary>A transaction of another process is waited for so long; building a large graph takes longer.</summary>
    private const int SecondsToWait = 10;

    private readonly SqliteConnection _connection;
    private bool _isInTransaction;

    static StoreConnection() => SQLitePCL.Batteries_V2.Init();

    private StoreConnection(string path, SqliteConnection connection) => (Path, _connection) = (path, connection);

    public string Path { get; }

    /// <summary>Opens a store that is there.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be read.</exception>
    public static StoreConnection Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreException($"'{path}' is a folder: name a store file with --store.");
        }

        if (!File.Exists(path))
        {
            throw new StoreException($"There is no store '{path}': make one with 'papergraph build INPUT --store {path}', or name another with --store or PAPERGRAPH_STORE.");
        }

        // Read-write where that is allowed, so that what a killed build left half-way is rolled back.
        StoreConnection connection = Connect(path, SqliteOpenMode.ReadWrite);
        connection.Guard(() => connection.CheckSchema());
        return connection;
    }

    /// <summary>Opens a store, making it where there is no file, or an empty one.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static StoreConnection OpenOrCreate(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreException($"'{path}' is a folder: name a store file with --store.");
        }

        bool isNew = !File.Exists(path) || new FileInfo(path).Length == 0;
        StoreConnection connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        connection.Guard(() =>
        {
            if (isNew)
            {
                connection.CreateSchema();
            }

            connection.CheckSchema();
        });
        return connection;
    }

    /// <summary>Runs the work in one transaction that no other process's writing can come between; all of it is kept, or nothing.</summary>
    public void InTransaction(Action work) => Guard(() =>
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        _isInTransaction = true;
        try
        {
            work();
        }
        finally
        {
            _isInTransaction = false;
        }

        transaction.Commit();
    });

    /// <summary>Runs the work against one state of the store.</summary>
    public T Reading<T>(Func<T> work)
    {
        T result = default!;
        Guard(() =>
        {
            using SqliteTransaction? transaction = _isInTransaction ? null : _connection.BeginTransaction(deferred: true);
            result = work();
        });
        return result;
    }

    public SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>For statements that run once a row.</summary>
    public RowStatement RowStatement(string sql) => new(_connection, sql);

    public void Execute(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Null where the store holds no such fact.</summary>
    public string? Meta(string name)
    {
        using SqliteCommand command = Command("SELECT value FROM meta WHERE name = $name");
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    public void SetMeta(string name, string value)
    {
        using SqliteCommand command = Command("INSERT INTO meta (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }

    public void DeleteMeta(string name)
    {
        using SqliteCommand command = Command("DELETE FROM meta WHERE name = $name");
        command.Parameters.AddWithValue("$name", name);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs the work; what SQLite says of the file becomes a <see cref="StoreException"/>.</summary>
    public void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (SqliteException exception)
        {
            throw Translated(Path, exception);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static StoreConnection Connect(string path, SqliteOpenMode mode)
    {
        var options = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = SecondsToWait };
        var connection = new SqliteConnection(options.ToString());
        try
        {
            connection.Open();
            return new StoreConnection(path, connection);
        }
        catch (SqliteException) when (mode == SqliteOpenMode.ReadWrite)
        {
            connection.Dispose();
            return Connect(path, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Translated(path, exception);
        }
    }

    private void CreateSchema()
    {
        Execute("PRAGMA page_size = 8192");
        InTransaction(() =>
        {
            // Two first builds at once: the second one finds the tables there.
            if (Number("PRAGMA user_version") == 0 && Number("SELECT count(*) FROM sqlite_master") == 0)
            {
                Execute(StoreSchema.Create);
                SetMeta(StoreSchema.IdName, Guid.NewGuid().ToString("N"));
                Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {StoreSchema.ApplicationId}"));
                Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {StoreSchema.Version}"));
            }
        });
    }

    private void CheckSchema()
    {
        // Files that are no databases are found out here.
        long application = Number("PRAGMA application_id");
        long version = Number("PRAGMA user_version");
        if (application != StoreSchema.ApplicationId)
        {
            throw new StoreException($"'{Path}' is not a store of papergraph: name another file with --store.");
        }

        if (version != StoreSchema.Version)
        {
            throw new StoreException(version > StoreSchema.Version
                ? $"'{Path}' was written by a newer papergraph (its tables have version {version}, this program knows {StoreSchema.Version}): use that program."
                : $"'{Path}' was written by an older papergraph (its tables have version {version}, this program needs {StoreSchema.Version}): build it again into a new file.");
        }

        KeepPages(Pages.Many);
        Execute("PRAGMA temp_store = MEMORY");
    }

    /// <summary>How much of the file stays in memory; what is more than that goes at once.</summary>
    public void KeepPages(Pages pages)
    {
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = {-(int)pages}"));
        Execute("PRAGMA shrink_memory");
    }

    private long Number(string sql)
    {
        using SqliteCommand command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static StoreException Translated(string path, SqliteException exception) => new(
        exception.SqliteErrorCode switch
        {
            5 or 6 => $"'{path}' is being written by another papergraph: wait for it to end, then run the command again.",
            8 => $"'{path}' cannot be written: the file or its folder is read-only.",
            13 => $"'{path}' cannot grow: the disk is full. What was committed before is kept; make room and run the command again.",
            14 => $"'{path}' cannot be opened: its folder is missing, or reading or writing there is not allowed.",
            11 => $"'{path}' is damaged ({exception.Message}): move it away and build it again.",
            26 => $"'{path}' is not a store of papergraph: name another file with --store.",
            _ => $"'{path}' failed: {exception.Message}",
        },
        exception);
}
