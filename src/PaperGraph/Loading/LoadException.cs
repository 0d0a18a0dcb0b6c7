namespace PaperGraph.Loading;

/// <summary>A load stopped for a reason of its own. What it had written stays whole; the next load goes on from there.</summary>
public class LoadException(string message) : Exception(message);

/// <summary>The database holds what another store loaded, and this store lacks some of it.</summary>
public sealed class OtherStoreException(string database, LoadedStore other, long removals) : LoadException(
    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the database '{database}' holds the graph of {other}; loading this one would take {removals:#,0} of its nodes and edges off. Name another database with NEO4J_DATABASE, or say --replace."));

/// <summary>Another load began meanwhile and goes on in this one's place.</summary>
public sealed class LoadSupersededException() : LoadException(
    "another load of this database began meanwhile and goes on alone. Nothing is half done; load again when it has ended.");
