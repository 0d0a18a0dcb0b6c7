namespace PaperGraph.Storage;

/// <summary>The store's tables: what sources say, never what is derived from it.</summary>
/// <remarks><c>record</c> and <c>extraction</c> hold JSON as <c>papergraph read</c> and <c>extract</c> print it; the views show it as plain rows to any
/// SQLite tool. Keys decide the order of rows, so that the same content is the same rows whatever its history.</remarks>
internal static class StoreSchema
{
    /// <summary>Stored as <c>PRAGMA user_version</c>. A store of another version is refused with a clear word.</summary>
    public const int Version = 1;

    /// <summary><c>PRAGMA application_id</c>: "PGPH".</summary>
    public const int ApplicationId = 0x50475048;

    public const string Create = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE source (
            name TEXT PRIMARY KEY,
            format TEXT NOT NULL,
            digest TEXT NOT NULL,      -- SHA-256 over the source's records and problems as stored
            records INTEGER NOT NULL,
            problems INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE record (
            source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            text BLOB NOT NULL,        -- SHA-256 of title and abstract: the key of its extraction
            body TEXT NOT NULL,
            PRIMARY KEY (source, position)
        ) WITHOUT ROWID;
        CREATE INDEX record_text ON record (text);
        CREATE TABLE problem (
            source TEXT NOT NULL REFERENCES source (name) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            line INTEGER NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE extraction (
            text BLOB PRIMARY KEY,
            extractor TEXT NOT NULL,   -- the build of the library that made it
            body TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE VIEW paper AS
            SELECT source, position, json_extract(body, '$.title') AS title, json_extract(body, '$.date') AS date, json_extract(body, '$.abstract') AS abstract
            FROM record;
        CREATE VIEW concept_mention AS
            SELECT record.source, record.position, json_extract(concept.value, '$.name') AS concept, json_extract(concept.value, '$.kind') AS kind,
                   json_extract(concept.value, '$.score') AS score, json_extract(concept.value, '$.main') AS main
            FROM record JOIN extraction USING (text), json_each(extraction.body, '$.concepts') AS concept;
        CREATE VIEW code_link AS
            SELECT record.source, record.position, json_extract(link.value, '$.url') AS url, json_extract(link.value, '$.repository') AS repository,
                   json_extract(link.value, '$.role') AS role, json_extract(link.value, '$.status') AS status
            FROM record JOIN extraction USING (text), json_each(extraction.body, '$.links') AS link;
        """;
}
