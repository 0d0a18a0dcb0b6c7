using PaperGraph.Cypher;
using Testcontainers.Neo4j;

namespace PaperGraph.Tests.Support;

/// <summary>Adds a container of the image that docker-compose.yml names, where Docker is.</summary>
internal sealed partial record Neo4jSource
{
    private const string Image = "neo4j:5.26-community";
    private const string Password = "papergraph";

    static partial void AddPackaged(List<Neo4jSource> sources) => sources.Add(new Neo4jSource(
        File.Exists("/var/run/docker.sock") || Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } ? null : "There is no Docker here for a container.",
        StartContainerAsync));

    private static async Task<StartedNeo4j> StartContainerAsync()
    {
        Neo4jContainer container = new Neo4jBuilder(Image).WithEnvironment("NEO4J_AUTH", $"{Neo4jTarget.DefaultUserName}/{Password}").Build();
        await container.StartAsync();
        string http = new UriBuilder("http", container.Hostname, container.GetMappedPublicPort(Neo4jBuilder.Neo4jHttpPort)).Uri.ToString();
        return new StartedNeo4j(http, container.GetConnectionString(), Neo4jTarget.DefaultUserName, Password, container.DisposeAsync);
    }
}
