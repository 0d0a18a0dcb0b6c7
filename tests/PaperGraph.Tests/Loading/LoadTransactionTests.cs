using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Loading;

public sealed class LoadTransactionTests
{
    [Theory]
    [InlineData(10, 1_000_000)]
    [InlineData(40, 1_000_000)]
    [InlineData(5_000, 4_000)]
    public void Of_Batches_KeepTheirOrderWithinTheSizeOfOne(int rows, int bytes)
    {
        var options = new LoadOptions { BatchRows = rows, BatchBytes = bytes };
        LoadBatch[] batches = [.. BatchesOf(LoadableGraph.Of(seed: 31, papers: 30), options)];

        LoadTransaction[] transactions = [.. LoadTransaction.Of(batches, options)];

        Assert.Equal(batches, transactions.SelectMany(transaction => transaction.Batches));
        Assert.All(transactions, transaction => Assert.True(
            transaction.Batches.Count == 1 || (transaction.Batches.Sum(batch => batch.EntryCount) <= rows && transaction.Batches.Sum(batch => batch.Bytes) <= bytes)));
    }

    /// <summary>Of two transactions in a row, the first was full or the second would not have gone in.</summary>
    [Fact]
    public void Of_SmallBatches_ShareATransaction()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 32, papers: 4);

        LoadTransaction transaction = Assert.Single(LoadTransaction.Of(BatchesOf(graph, LoadOptions.Default), LoadOptions.Default));

        Assert.InRange(transaction.Batches.Count, 10, LoadKind.All.Length);
    }

    [Fact]
    public void Statements_AreNumberedInOrder()
    {
        LoadTransaction transaction = Assert.Single(LoadTransaction.Of(BatchesOf(LoadableGraph.Of(seed: 33, papers: 4), LoadOptions.Default), LoadOptions.Default));

        CypherStatement[] statements = transaction.Statements("run", 7);

        Assert.Equal(Enumerable.Range(7, statements.Length).Select(number => (object?)(long)number), statements.Select(statement => ((IReadOnlyDictionary<string, object?>)statement.Parameters["batch"]!)["id"]));
    }

    /// <summary>A server plans a statement anew for each order of magnitude of a list or text that is a parameter of its own; within a map it does not look.</summary>
    [Fact]
    public void Statements_OfAnyLength_HaveParametersOfOneType()
    {
        Assert.All(BatchesOf(LoadableGraph.Of(seed: 34, papers: 40), new LoadOptions { BatchRows = 13 }), batch =>
        {
            IReadOnlyDictionary<string, object?> parameters = batch.Statement("run", 1).Parameters;
            Assert.Equal(["batch", "rows", "run"], parameters.Keys.Order(StringComparer.Ordinal));
            Assert.All(parameters, parameter => Assert.True(parameter.Key == "run" || parameter.Value is IReadOnlyDictionary<string, object?>));
        });
    }

    private static IEnumerable<LoadBatch> BatchesOf(KnowledgeGraph graph, LoadOptions options)
    {
        var digest = new GraphDigest(graph);
        return new LoadBatches(graph, digest, options, static _ => false).Of(new LoadPlanner(graph, digest).PlanAll());
    }
}
