using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Readme;

/// <summary>What the README shows is what the program prints. <c>UPDATE_GOLDEN=1</c> writes the present output into it.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Examples_ShowWhatTheProgramPrints()
    {
        string path = RepositoryFiles.PathOf("README.md");
        string readme = await File.ReadAllTextAsync(path);
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["PAPERGRAPH_STORE"] = folder.PathOf("graph.papergraph"), ["NO_COLOR"] = "1" };
        IReadOnlyList<ConsoleExample> examples = ConsoleExample.AllIn(readme);
        string updated = readme;

        Assert.Contains(examples, example => example.RunsOffline);
        foreach (ConsoleExample example in examples.Where(example => example.RunsOffline))
        {
            string[] arguments = [.. example.Arguments.Select(argument => argument.StartsWith("data/", StringComparison.Ordinal) ? RepositoryFiles.PathOf(argument) : argument)];
            CommandRun run = await CommandRun.OfAsync(arguments, input: "", environment);
            string printed = run.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            Assert.True(run.ExitCode == 0, $"README.md:{example.Line}: '{example.Command}' exits with {run.ExitCode}: {run.Error}");
            if (GoldenFile.IsUpdating)
            {
                updated = updated.Replace("$ " + example.Command + "\n" + example.Shown, "$ " + example.Command + "\n" + printed.TrimEnd() + "\n", StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(ConsoleExample.Steady(example.Shown), ConsoleExample.Steady(printed));
            }
        }

        if (updated != readme)
        {
            await File.WriteAllTextAsync(path, updated);
        }
    }
}
