using System.Reflection;
using PaperGraph.Graph;

namespace PaperGraph.Tests.Architecture;

public sealed class CommandLineDependencyTests
{
    [Fact]
    public void Library_KnowsNeitherCommandLineNorTerminal()
    {
        string[] referenced = [.. typeof(KnowledgeGraph).Assembly.GetReferencedAssemblies().Select(name => name.Name!)];

        Assert.DoesNotContain("System.CommandLine", referenced);
        Assert.DoesNotContain("System.Console", referenced);
    }

    [Fact]
    public void PublicTypes_OfTheCommandLine_AreNone() =>
        Assert.Empty(Assembly.Load("PaperGraph.Cli").GetExportedTypes());
}
