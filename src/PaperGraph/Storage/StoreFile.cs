using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaperGraph.Storage;

/// <summary>Opens the SQLite file and checks that it is a store of this version.</summary>
internal static class StoreFile
{
    private const int BusySeconds = 60;

    static StoreFile() => SQLitePCL.Batteries_V2.Init();

    /// <exception cref="StoreException">There is no such file, or it is no store.</exception>
    public static SqliteConnection OpenExisting(string path)
    {
        if (!File.Exists(path))
        {
            throw new StoreException($"there is no store '{path}': build one with 'papergraph build INPUT… --store {path}'");
        }

        return Guarded(path, () =>
        {
            SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWrite);
            Check(path, connection, isNew: false);
            return connection;
        });
    }

    /// <exception cref="StoreException">The file is no store, or cannot be made.</exception>
    public static SqliteConnection OpenOrCreate(string path) => Guarded(path, () =>
    {
        SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        using (SqliteTransaction transaction = connection.BeginTransaction(deferred: false))
        {
            bool isEmpty = Number(connection, "SELECT count(*) FROM sqlite_master") == 0 && Number(connection, "PRAGMA application_id") == 0;
            if (isEmpty)
            {
                Execute(connection, StoreSchema.Create);
                Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {StoreSchema.Version}"));
                Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {StoreSchema.ApplicationId}"));
                using SqliteCommand identify = connection.CreateCommand();
                identify.CommandText = "INSERT INTO meta (key, value) VALUES ('id', $id)";
                identify.Parameters.AddWithValue("$id", Guid.NewGuid().ToString("N"));
                identify.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Check(path, connection, isNew: true);
        return connection;
    });

    /// <summary>Turns SQLite's errors into one that says what to do.</summary>
    public static T Guarded<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException exception)
        {
            // Primary result codes: https://www.sqlite.org/rescode.html
            throw new StoreException(
                exception.SqliteErrorCode switch
                {
                    5 or 6 => $"the store '{path}' is in use by another process: wait for it to end, then try again",
                    8 => $"the store '{path}' cannot be written: give it, and the folder it lies in, write permission, or name another with --store",
                    10 => $"the store '{path}' could not be read or written ({exception.Message}): check the disk",
                    11 => $"the store '{path}' is damaged: move it away and build it anew from its sources",
                    13 => $"the disk that holds the store '{path}' is full: make room, then run the same command again; what was committed is kept",
                    14 => $"the store '{path}' cannot be opened: check that its folder exists and may be written",
                    26 => $"'{path}' is not a store of papergraph: name another file with --store",
                    _ => $"the store '{path}' failed: {exception.Message}",
                },
                exception);
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA foreign_keys = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(string path, SqliteConnection connection, bool isNew)
    {
        long application = Number(connection, "PRAGMA application_id");
        long version = Number(connection, "PRAGMA user_version");
        if (application == StoreSchema.ApplicationId && version == StoreSchema.Version)
        {
            return;
        }

        connection.Dispose();
        string next = isNew ? "name another file with --store" : "name the right file with --store";
        throw new StoreException(application == StoreSchema.ApplicationId
            ? string.Create(CultureInfo.InvariantCulture, $"the store '{path}' is of version {version}, this program reads version {StoreSchema.Version}: build it anew from its sources, or use the program that made it")
            : $"'{path}' is not a store of papergraph: {next}");
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
