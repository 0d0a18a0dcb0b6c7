using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PaperGraph.Cypher;

namespace PaperGraph.Tests.Support;

/// <summary>How the live server runs a statement.</summary>
internal static class ServerPlan
{
    /// <summary>Names of the operators of <c>PROFILE</c>, from the result down.</summary>
    public static async Task<IReadOnlyList<string>> OperatorsAsync(CypherStatement statement)
    {
        Dictionary<string, string> variables = LiveNeo4j.Variables;
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(variables["NEO4J_USERNAME"] + ":" + variables["NEO4J_PASSWORD"])));
        string body = JsonSerializer.Serialize(new { statement = "PROFILE " + statement.Text, parameters = statement.Parameters });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri(LiveNeo4j.HttpTarget.Address, "/db/neo4j/query/v2"), content);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var names = new List<string>();
        Add(answer.RootElement.GetProperty("profiledQueryPlan"), names);
        return names;
    }

    private static void Add(JsonElement plan, List<string> names)
    {
        names.Add(plan.GetProperty("operatorType").GetString()!);
        foreach (JsonElement child in plan.GetProperty("children").EnumerateArray())
        {
            Add(child, names);
        }
    }
}
