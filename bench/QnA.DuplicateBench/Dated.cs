using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QnA.DuplicateBench;

/// <summary>Makes of articles two versions each, with two dates, to see which of the two is quoted first.</summary>
/// <remarks>
/// One version is the article, the other says the same with a few words dropped, or other figures. Which of them is the newer one, and
/// which has the id that comes first, is drawn: without a preference half of the first quotes are the newer one's.
/// </remarks>
internal static partial class Dated
{
    private const int Asked = 500;
    private const int MinWords = 60;
    private const int Seed = 1;

    // One of so many words in lower case is dropped.
    private const int Dropped = 20;

    private const string Newer = "2024-05-01";
    private const string Older = "2024-03-01";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>articles.jsonl</c>, both versions of each article and the others as they are, and <c>questions.jsonl</c>, the titles.</summary>
    public static int Make(string folder, string kind, string output)
    {
        var random = new Random(Seed);
        var articles = File.ReadLines(Path.Combine(folder, "articles.jsonl")).Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<Source>(line, JsonSerializerOptions.Web)!).ToList();
        var chosen = articles.Where(article => Corpus.WordsOf(article.Text) >= MinWords && article.Title.Length > 0).ToList();
        var asked = chosen.Where((_, i) => i % Math.Max(1, chosen.Count / Asked) == 0).Take(Asked).ToHashSet();
        Directory.CreateDirectory(output);
        using var written = new StreamWriter(Path.Combine(output, "articles.jsonl"));
        using var questions = new StreamWriter(Path.Combine(output, "questions.jsonl"));
        foreach (var article in articles)
        {
            if (!asked.Contains(article))
            {
                written.WriteLine(JsonSerializer.Serialize(new { id = article.Id, title = article.Title, language = "en", text = article.Text }, Json));
                continue;
            }

            var other = kind == "figures" ? OtherFigures(article.Text) : FewerWords(article.Text, random);
            var (first, second) = random.Next(2) == 0 ? (article.Text, other) : (other, article.Text);
            var (firstDate, secondDate) = random.Next(2) == 0 ? (Newer, Older) : (Older, Newer);
            written.WriteLine(JsonSerializer.Serialize(new { id = article.Id + "-1", title = article.Title, language = "en", published = firstDate, text = first }, Json));
            written.WriteLine(JsonSerializer.Serialize(new { id = article.Id + "-2", title = article.Title, language = "en", published = secondDate, text = second }, Json));
            questions.WriteLine(JsonSerializer.Serialize(new { id = article.Id, question = article.Title }, Json));
        }

        return 0;
    }

    /// <summary>Counts in the answers which version the first quote of either is from.</summary>
    public static int Count(string answers)
    {
        var (newer, older, none, conflicts) = (0, 0, 0, 0);
        foreach (var line in File.ReadLines(answers))
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty("id").GetString()!;
            conflicts += json.RootElement.GetProperty("status").GetString() == "conflict" ? 1 : 0;
            var first = json.RootElement.GetProperty("citations").EnumerateArray()
                .Where(citation => citation.GetProperty("articleId").GetString()!.Contains(id + "-", StringComparison.Ordinal))
                .Select(citation => citation.GetProperty("published").GetString())
                .FirstOrDefault();
            _ = first switch { null => none++, Newer => newer++, _ => older++ };
        }

        Console.WriteLine($"{newer + older + none:N0} questions: the newer version is quoted first in {newer:N0}, the older in {older:N0}, neither in {none:N0}; {conflicts:N0} conflicts");
        return 0;
    }

    // Words in lower case say neither a name nor a number.
    private static string FewerWords(string text, Random random) => LowerWord().Replace(text, match => random.Next(Dropped) == 0 ? "" : match.Value);

    private static string OtherFigures(string text) => Figure().Replace(text, match => (char)('1' + ((match.Value[0] - '0') % 9)) + match.Value[1..]);

    [GeneratedRegex("(?<=[a-z,]) [a-z]{3,}(?=[ ,.])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LowerWord();

    [GeneratedRegex("(?<![0-9.,])[0-9][0-9.,]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    private sealed record Source(string Id, string Title, string Text);
}
