using Microsoft.Data.Sqlite;
using PaperGraph.Graph;

namespace PaperGraph.Storage;

/// <summary>Rows that an update wrote or took away.</summary>
public readonly record struct GraphChanges(int NodesAdded, int NodesChanged, int NodesRemoved, int EdgesAdded, int EdgesChanged, int EdgesRemoved)
{
    public bool AreNone => this == default;
}

/// <summary>The graph as rows.</summary>
internal static class GraphTables
{
    /// <summary>The graph that the tables hold.</summary>
    public static KnowledgeGraph Read(StoreConnection store)
    {
        var builder = new KnowledgeGraphBuilder();
        var labels = GraphSchema.Labels.ToDictionary(GraphSchema.NameOf, StringComparer.Ordinal);
        var types = GraphSchema.EdgeTypes.ToDictionary(GraphSchema.NameOf, StringComparer.Ordinal);
        var nodes = new Dictionary<long, int>();
        using (SqliteCommand command = store.Command("SELECT number, label, id, properties FROM node"))
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                NodeLabel label = labels[reader.GetString(1)];
                builder.AddNode(label, reader.GetString(2), PropertyJson.Read(reader.GetString(3)));
                nodes.Add(reader.GetInt64(0), builder.NumberOf(label, reader.GetString(2)));
            }
        }

        using (SqliteCommand command = store.Command("SELECT source, type, target, properties FROM edge"))
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                builder.AddEdge(nodes[reader.GetInt64(0)], types[reader.GetString(1)], nodes[reader.GetInt64(2)], PropertyJson.Read(reader.GetString(3)));
            }
        }

        return builder.Build();
    }

    /// <summary>Makes the tables hold the new graph, touching only the rows in which the two differ. Inside a transaction.</summary>
    /// <param name="old">What the tables hold now.</param>
    public static GraphChanges Update(StoreConnection store, KnowledgeGraph old, KnowledgeGraph graph)
    {
        var difference = new GraphDifference(old, graph);
        new GraphRows(store, difference).Write();
        return difference.Changes;
    }
}
