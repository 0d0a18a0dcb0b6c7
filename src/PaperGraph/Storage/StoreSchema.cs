namespace PaperGraph.Storage;

/// <summary>The tables of a store. Base facts first; the rest is derived from them and can be made again.</summary>
internal static class StoreSchema
{
    /// <summary>Marks the file as a store: <c>PGRH</c>.</summary>
    public const int ApplicationId = 0x5047_5248;

    public const int Version = 1;

    /// <summary>Where <c>meta</c> holds the store's own random name.</summary>
    public const string IdName = "id";

    public const string Create = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- Base facts: what was read. A source's own name is its key, so that nothing remembers the order in which sources came.
        CREATE TABLE source (
            name TEXT PRIMARY KEY, format TEXT NOT NULL, date TEXT,
            digest TEXT,                -- SHA-256 of the bytes as they lie
            content TEXT NOT NULL,      -- SHA-256 of the records and problems
            reader TEXT NOT NULL,       -- build of the program that read it
            records INTEGER NOT NULL, problems INTEGER NOT NULL, rejected INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE record (
            source TEXT NOT NULL, position INTEGER NOT NULL, text BLOB NOT NULL, -- SHA-256 of title and abstract
            title TEXT NOT NULL, abstract TEXT NOT NULL, id TEXT, authors TEXT, author_count INTEGER, organisation TEXT, date TEXT,
            comments INTEGER, venue TEXT, url TEXT, doi TEXT, arxiv TEXT, keywords TEXT, code TEXT,
            PRIMARY KEY (source, position));
        CREATE TABLE problem (
            source TEXT NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
            PRIMARY KEY (source, number)) WITHOUT ROWID;

        -- What was found in a text, as `papergraph extract` writes it: found once, however many records hold the text.
        CREATE TABLE extraction (text BLOB PRIMARY KEY, found TEXT NOT NULL);

        -- Derived: the graph. A node's number is made from its label and id alone.
        CREATE TABLE node (number INTEGER PRIMARY KEY, label TEXT NOT NULL, id TEXT NOT NULL, properties TEXT NOT NULL);
        CREATE UNIQUE INDEX node_by_id ON node (label, id);
        CREATE TABLE edge (
            source INTEGER NOT NULL, type TEXT NOT NULL, target INTEGER NOT NULL, properties TEXT NOT NULL,
            PRIMARY KEY (source, type, target)) WITHOUT ROWID;

        CREATE VIEW named_edge AS
            SELECT s.label AS source_label, s.id AS source, e.type AS type, t.label AS target_label, t.id AS target, e.properties AS properties
            FROM edge e JOIN node s ON s.number = e.source JOIN node t ON t.number = e.target;
        CREATE VIEW paper AS
            SELECT number, id, json_extract(properties, '$.name') AS name, json_extract(properties, '$.title') AS title,
                json_extract(properties, '$.date') AS date, json_extract(properties, '$.codeStatus') AS code_status, json_extract(properties, '$.abstract') AS abstract
            FROM node WHERE label = 'Paper';
        CREATE VIEW concept AS
            SELECT number, id, json_extract(properties, '$.name') AS name, json_extract(properties, '$.kind') AS kind, json_extract(properties, '$.paperCount') AS papers
            FROM node WHERE label = 'Concept';
        CREATE VIRTUAL TABLE paper_search USING fts5 (title, abstract, content = 'paper', content_rowid = 'number', tokenize = 'porter unicode61');
        """;
}
