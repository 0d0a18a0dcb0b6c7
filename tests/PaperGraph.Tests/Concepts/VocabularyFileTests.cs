using PaperGraph.Concepts;

namespace PaperGraph.Tests.Concepts;

public sealed class VocabularyFileTests
{
    [Fact]
    public void Parse_FileWithComments_GivesItsRules()
    {
        VocabularyFile file = VocabularyFile.Parse("\ufeff# mine\r\n\r\nsame  C# parser =  Roslyn = k=5 tree   # three names\r\nAPART deep net | deep network\r\nname net = The Net\r\n  drop future  work\r\n");

        Assert.Empty(file.Problems);
        Assert.Equal(["same C# parser = Roslyn = k=5 tree", "apart deep net | deep network", "name net = The Net", "drop future work"], file.Vocabulary.Rules.Select(rule => rule.ToString()));
        Assert.Equal([3, 4, 5, 6], file.Vocabulary.Rules.Select(rule => rule.Line));
    }

    [Theory]
    [InlineData("merge a = b", "'merge' is no rule")]
    [InlineData("same", "takes two names or more")]
    [InlineData("same a", "takes two names or more")]
    [InlineData("same a=b", "takes two names or more")]
    [InlineData("same a =  = b", "takes two names or more")]
    [InlineData("apart a = b", "takes two spellings")]
    [InlineData("apart a | b | c", "takes two spellings")]
    [InlineData("apart gate | gate", "one spelling")]
    [InlineData("name a", "takes a concept and what to call it")]
    [InlineData("drop", "takes one concept")]
    [InlineData("drop ???", "no letter and no digit")]
    public void Parse_BadLine_IsListedAndTheRestHolds(string line, string message)
    {
        VocabularyFile file = VocabularyFile.Parse($"drop first\n{line}\ndrop last\n");

        VocabularyProblem problem = Assert.Single(file.Problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(["drop first", "drop last"], file.Vocabulary.Rules.Select(rule => rule.ToString()));
    }

    [Fact]
    public void Parse_LinesThatContradict_AreListedWhicheverComesFirst()
    {
        string[] lines = ["same router = gate", "apart gate | router", "name router = B", "name gate = A", "same router = gate"];

        VocabularyFile forwards = VocabularyFile.Parse(string.Join('\n', lines));
        VocabularyFile backwards = VocabularyFile.Parse(string.Join('\n', lines.Reverse()));

        Assert.Equal([2, 3, 5], forwards.Problems.Select(problem => problem.Line));
        Assert.Equal("name gate = A\nsame router = gate\n", forwards.Vocabulary.ToString());
        Assert.Equal(forwards.Vocabulary.ToString(), backwards.Vocabulary.ToString());
    }

    [Fact]
    public void ToString_ReadAgain_IsTheSameVocabulary()
    {
        string text = VocabularyFile.Parse("same b = a\ndrop z\napart SAM | sam\nname q = Q  R\n").Vocabulary.ToString();

        Assert.Equal(text, VocabularyFile.Parse(text).Vocabulary.ToString());
        Assert.Empty(VocabularyFile.Parse(text).Problems);
    }

    [Theory]
    [InlineData("deep network", "deep network")]
    [InlineData("Deep Networks", "deep network")]
    [InlineData("deep neural networks", "deep neural network")]
    [InlineData("deep nets", "deep neural network")]
    public void KeyOf_SpellingSetApart_LeavesAlone(string text, string expected)
    {
        Vocabulary vocabulary = VocabularyFile.Parse("apart deep network | deep neural network").Vocabulary;

        Assert.Equal(expected, vocabulary.KeyOf(text));
    }

    [Theory]
    [InlineData("apart spectral norms | spectral norm", "Spectral Norms", "spectral norms")]
    [InlineData("apart spectral norm | spectral norms", "Spectral-Norms", "spectral norms")]
    [InlineData("apart spectral norm | spectral norms", "spectral norm", "spectral norm")]
    [InlineData("apart GPT | Gpt", "GPT", "GPT")]
    [InlineData("apart GPT | Gpt", "gpt", "gpt")]
    public void KeyOf_SpellingsThatOnlyNumberOrCaseTellApart_AreApart(string line, string text, string expected) =>
        Assert.Equal(expected, VocabularyFile.Parse(line).Vocabulary.KeyOf(text));

    [Fact]
    public void Parse_HostileText_EndsWithAProblemALine()
    {
        var random = new Random(7);
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(_ => (char)random.Next(1, 0x3000)));

        VocabularyFile file = VocabularyFile.Parse(text + "\n" + new string('x', 5_000) + "\nsame " + string.Join(" = ", Enumerable.Range(0, 300).Select(number => "n" + number)));

        Assert.NotEmpty(file.Problems);
        Assert.Equal(300, Assert.Single(file.Vocabulary.Rules).Names.Length);
    }
}
