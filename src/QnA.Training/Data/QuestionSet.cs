using System.Text.Json;
using QnA.Core.Articles;
using QnA.Core.Questions;

namespace QnA.Training.Data;

/// <summary>A question with the places that answer it.</summary>
/// <param name="Id">What identifies it in its set.</param>
/// <param name="Text">The question.</param>
/// <param name="History">The earlier turns of its conversation, oldest first.</param>
/// <param name="ArticleIds">The articles that answer it.</param>
/// <param name="Gold">The places that answer it; a quote must hold one, or, where <paramref name="IsEvidence"/>, overlap one by half.</param>
/// <param name="IsEvidence">Whether the places are marked passages rather than answers.</param>
/// <param name="IsAnswerable">Whether the articles of its set answer it.</param>
internal sealed record GoldQuestion(
    string Id,
    string Text,
    IReadOnlyList<ConversationTurn> History,
    IReadOnlyList<string> ArticleIds,
    IReadOnlyList<(string ArticleId, TextSpan Span)> Gold,
    bool IsEvidence,
    bool IsAnswerable)
{
    /// <summary>Tells whether a quote answers the question.</summary>
    public bool IsAnsweredBy(string articleId, TextSpan quote) => Gold.Any(gold =>
        gold.ArticleId == articleId
        && (IsEvidence
            ? 2 * gold.Span.OverlapWith(quote) >= Math.Min(gold.Span.Length, quote.Length) && gold.Span.OverlapWith(quote) > 0
            : quote.Contains(gold.Span)));
}

/// <summary>Articles and questions of one folder: <c>articles.jsonl</c> and <c>questions.jsonl</c>.</summary>
internal sealed class QuestionSet
{
    private const int MaxOccurrences = 20;

    private QuestionSet(string name, IReadOnlyList<Article> articles, IReadOnlyList<GoldQuestion> questions)
    {
        Name = name;
        Articles = articles;
        Questions = questions;
    }

    /// <summary>Gets the folder's name.</summary>
    public string Name { get; }

    /// <summary>Gets the articles.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Gets the questions.</summary>
    public IReadOnlyList<GoldQuestion> Questions { get; }

    /// <summary>Reads a folder.</summary>
    public static QuestionSet Read(string folder)
    {
        var articles = File.ReadLines(Path.Combine(folder, "articles.jsonl")).Select(ReadArticle).ToList();
        var texts = articles.ToDictionary(a => a.Id, a => a.Text.Value, StringComparer.Ordinal);
        var questions = File.ReadLines(Path.Combine(folder, "questions.jsonl")).Select(line => ReadQuestion(line, texts)).ToList();
        return new QuestionSet(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), articles, questions);
    }

    private static Article ReadArticle(string line)
    {
        using var json = JsonDocument.Parse(line);
        var article = json.RootElement;
        return new Article(article.GetProperty("id").GetString()!, article.GetProperty("text").GetString()!)
        {
            Title = Text(article, "title") ?? "",
            Language = Text(article, "language"),
        };
    }

    private static GoldQuestion ReadQuestion(string line, Dictionary<string, string> texts)
    {
        using var json = JsonDocument.Parse(line);
        var question = json.RootElement;
        List<string> articles = [.. Items(question, "article_ids").Select(id => id.GetString()!)];
        var spans = new List<(string, TextSpan)>();
        foreach (var span in Items(question, "answer_spans"))
        {
            var id = span.GetProperty("article_id").GetString()!;
            var text = texts[id];
            var start = UnitsOf(text, span.GetProperty("start").GetInt32());
            spans.Add((id, new TextSpan(start, UnitsOf(text, span.GetProperty("end").GetInt32()))));
        }

        var isEvidence = spans.Count == 0;
        if (isEvidence)
        {
            spans.AddRange(articles.SelectMany(id => Items(question, "evidence").SelectMany(e => Occurrences(texts[id], e.GetString()!).Select(s => (id, s)))));
        }

        return new GoldQuestion(
            question.GetProperty("id").GetString()!,
            question.GetProperty("question").GetString()!,
            [.. Items(question, "history").Select(ReadTurn)],
            articles,
            spans,
            isEvidence,
            !question.TryGetProperty("answerable", out var answerable) || answerable.GetBoolean());
    }

    private static ConversationTurn ReadTurn(JsonElement turn) =>
        new(Text(turn, "role") == "user" ? Speaker.User : Speaker.Assistant, Text(turn, "text")!);

    private static IEnumerable<TextSpan> Occurrences(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        for (var i = 0; at >= 0 && i < MaxOccurrences; i++)
        {
            yield return new TextSpan(at, at + part.Length);
            at = text.IndexOf(part, at + 1, StringComparison.Ordinal);
        }
    }

    // The files count code points, the program UTF-16 code units.
    private static int UnitsOf(string text, int points)
    {
        var units = 0;
        for (; points > 0 && units < text.Length; points--)
        {
            units += char.IsHighSurrogate(text[units]) && units + 1 < text.Length ? 2 : 1;
        }

        return units;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
