using System.Text.Json;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Evaluation.Sets;
using QnA.Text;

namespace QnA.Training.Data;

/// <summary>A question with the places that answer it.</summary>
/// <param name="Source">The question as its file has it.</param>
/// <param name="Gold">The places that answer it.</param>
internal sealed record GoldQuestion(EvaluationQuestion Source, IReadOnlyList<GoldPlaces> Gold)
{
    /// <summary>Gets what identifies it in its set.</summary>
    public string Id => Source.Id;

    /// <summary>Gets the question, with the earlier turns of its conversation.</summary>
    public Question Question => Source.Question;

    /// <summary>Gets the articles that answer it, or seem to.</summary>
    public IReadOnlyList<string> ArticleIds => Source.ArticleIds;

    /// <summary>Gets whether the articles of its set answer it.</summary>
    public bool IsAnswerable => Source.IsAnswerable;

    /// <summary>Tells whether a quote answers the question.</summary>
    public bool IsAnsweredBy(string articleId, TextSpan quote) =>
        Gold.Any(gold => gold.ArticleId == articleId && gold.IsShownBy(quote.Start, quote.End));
}

/// <summary>Articles and questions of one folder: <c>articles.jsonl</c> and <c>questions.jsonl</c>.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Articles">The articles.</param>
/// <param name="Questions">The questions.</param>
internal sealed record QuestionSet(string Name, IReadOnlyList<Article> Articles, IReadOnlyList<GoldQuestion> Questions)
{
    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidDataException">A line is wrong: what is learned must not depend on what was left out.</exception>
    public static async Task<QuestionSet> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var articles = new List<Article>();
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, "articles.jsonl"), cancellationToken).ConfigureAwait(false))
        {
            articles.Add(ReadArticle(line));
        }

        var byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var path = Path.Combine(folder, "questions.jsonl");
        var questions = new List<GoldQuestion>();
        await foreach (var line in QuestionSetReader.ReadAsync(path, cancellationToken).ConfigureAwait(false))
        {
            var question = line.Value ?? throw new InvalidDataException($"{path}:{line.Line}: {line.Error}");
            questions.Add(new GoldQuestion(question, GoldPlaces.Of(question, byId)));
        }

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

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
