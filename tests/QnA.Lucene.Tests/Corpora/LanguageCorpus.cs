using QnA.Core.Articles;

namespace QnA.Lucene.Tests.Corpora;

/// <summary>Articles and questions of one language, made up.</summary>
internal sealed record LanguageCorpus(string Language, IReadOnlyList<Article> Articles, IReadOnlyList<(string Question, string Answer)> Questions)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpora");

    /// <summary>Gets the languages that there are files of, in order.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Reads a file: "= title", the article's text on the next line, "? question", and "! the sentence that answers it".</summary>
    public static LanguageCorpus Read(string language)
    {
        var (articles, questions) = (new List<Article>(), new List<(string, string)>());
        var (title, question) = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(Folder, language + ".txt")).Where(line => line.Length > 0))
        {
            switch (line[0])
            {
                case '=':
                    title = line[2..];
                    break;
                case '?':
                    question = line[2..];
                    break;
                case '!':
                    questions.Add((question, line[2..]));
                    break;
                default:
                    articles.Add(new Article($"{language}/{articles.Count}", line) { Title = title, Language = language });
                    break;
            }
        }

        return new LanguageCorpus(language, articles, questions);
    }
}
