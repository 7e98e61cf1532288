using System.Globalization;
using System.Text;
using QnA.Core.Answers;
using QnA.Core.Receipts;

namespace QnA.Testing.Recording;

/// <summary>
/// Turns a conversation into the C# code of a test that asks the same and expects the same: the status of each answer, its quotes letter
/// for letter, their articles, and the words that no article has.
/// </summary>
/// <remarks>
/// The conversation is a list of receipts: of a <see cref="TestConversation"/>, of <c>qna ask --json</c>, or the export of the chat page.
/// Safe for concurrent use.
/// </remarks>
public static class TestRecorder
{
    /// <summary>Writes the test.</summary>
    /// <param name="receipts">The answers of the conversation, in order.</param>
    /// <param name="options">How the test looks.</param>
    /// <returns>A whole file of C#, the same for the same conversation.</returns>
    /// <exception cref="TestBotException">There is no answer, or a name is no C# identifier.</exception>
    public static string Write(IReadOnlyList<Receipt> receipts, TestRecorderOptions options)
    {
        ArgumentNullException.ThrowIfNull(receipts);
        ArgumentNullException.ThrowIfNull(options);
        if (receipts.Count == 0)
        {
            throw new TestBotException("There is no answer to record: ask something first.");
        }

        CheckIdentifier(options.ClassName);
        CheckIdentifier(options.MethodName);
        var code = new StringBuilder();
        WriteUsings(code, receipts, options);
        code.Append(CultureInfo.InvariantCulture, $$"""
            public sealed class {{options.ClassName}}
            {
                [{{options.Attribute}}]
                public async Task {{options.MethodName}}()
                {
                    await using var bot = await TestBot.StartAsync(new TestBotOptions { {{StartOf(options)}} });
                    var conversation = bot.StartConversation();

            """);
        foreach (var receipt in receipts)
        {
            code.Append('\n');
            WriteAnswer(code, receipt);
        }

        return code.Append("    }\n}\n").ToString();
    }

    private static void WriteUsings(StringBuilder code, IReadOnlyList<Receipt> receipts, TestRecorderOptions options)
    {
        var usings = new List<string>(options.Usings) { "QnA.Testing" };
        if (receipts.Any(r => r.Status == AnswerStatus.NotFound))
        {
            usings.Add("QnA.Core.Answers");
        }

        foreach (var name in usings.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            code.Append(CultureInfo.InvariantCulture, $"using {name};\n");
        }

        code.Append('\n').Append(options.Namespace is null ? "" : $"namespace {options.Namespace};\n\n");
    }

    private static string StartOf(TestRecorderOptions options)
    {
        var settings = options.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => s.Value is not null)
            .Select(s => $"[{CSharpText.Literal(s.Key)}] = {CSharpText.Literal(s.Value!)}");
        var folders = $"Folders = [{string.Join(", ", options.Folders.Select(CSharpText.Literal))}]";
        return options.Settings.Count == 0 ? folders : $"{folders}, Settings = {{ {string.Join(", ", settings)} }}";
    }

    private static void WriteAnswer(StringBuilder code, Receipt receipt)
    {
        List<string> expectations = receipt.Status switch
        {
            AnswerStatus.Answered => [".AssertAnswered()"],
            AnswerStatus.Conflict => [".AssertConflict()"],
            AnswerStatus.NotFound => [receipt.Why is { } why ? $".AssertNotFound(NotFoundKind.{why.Reason})" : ".AssertNotFound()"],
            _ => throw new TestBotException($"The answer to \"{receipt.Question}\" is an error, which is nothing to expect."),
        };
        expectations.AddRange(receipt.Citations.Select(c => $".AssertQuote({CSharpText.Literal(c.Quote)})"));
        Add(expectations, "AssertCitesOnly", receipt.Citations.Select(c => c.Title ?? c.ArticleId));
        Add(expectations, "AssertMissingWords", receipt.Why?.MissingWords ?? []);
        code.Append(CultureInfo.InvariantCulture, $"        (await conversation.AskAsync({CSharpText.Literal(receipt.Question)}))\n");
        code.Append("            ").AppendJoin("\n            ", expectations).Append(";\n");
    }

    private static void Add(List<string> expectations, string name, IEnumerable<string> values)
    {
        var literals = values.Distinct(StringComparer.Ordinal).Select(CSharpText.Literal).ToList();
        if (literals.Count > 0)
        {
            expectations.Add($".{name}({string.Join(", ", literals)})");
        }
    }

    private static void CheckIdentifier(string name)
    {
        if (!CSharpText.IsIdentifier(name))
        {
            throw new TestBotException($"\"{name}\" is no name that C# takes: letters, digits and _, not beginning with a digit.");
        }
    }
}
