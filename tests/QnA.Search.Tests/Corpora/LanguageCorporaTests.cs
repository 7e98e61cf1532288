using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Search.Tests.Index;

namespace QnA.Search.Tests.Corpora;

/// <summary>Small made-up collections in languages that the shipped weights were not learned from (<c>Corpora/*.txt</c>).</summary>
/// <remarks>
/// Each has people, years and numbers that a question does not ask for; questions and texts have their words in different forms. A sentence of
/// a few words is joined to the one before it (see <see cref="QnA.Search.Sentences.SentenceSplitter"/>), so the place may hold more.
/// </remarks>
public sealed class LanguageCorporaTests
{
    public static TheoryData<string> Languages =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpora");

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task SearchAsync_QuestionInTheArticlesLanguage_ThePlaceThatAnswersIsFirst(string language)
    {
        var corpus = Corpus.Read(Path.Combine(Folder, language + ".txt"), language);
        using var folder = new IndexFolder();
        using var store = folder.Open();
        await IndexFolder.PutAsync(store, [.. corpus.Articles]);
        var search = new LucenePassageSearch(store);

        var wrong = new List<string>();
        foreach (var (question, answer) in corpus.Questions)
        {
            var found = await search.SearchAsync(new StandaloneQuestion(question), TestContext.Current.CancellationToken);
            var first = found.Sentences.Count == 0 ? "nothing" : found.Sentences[0].Article.Text.Slice(found.Sentences[0].Span).ToString();
            if (!first.Contains(answer, StringComparison.Ordinal) || found.Confidence < 0.5)
            {
                wrong.Add($"{question} -> {first} ({found.Confidence:0.00})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Articles and questions of one language.</summary>
    private sealed record Corpus(IReadOnlyList<Article> Articles, IReadOnlyList<(string Question, string Answer)> Questions)
    {
        /// <summary>Reads a file: "= title", the article's text on the next line, "? question", and "! the sentence that answers it".</summary>
        public static Corpus Read(string path, string language)
        {
            var (articles, questions) = (new List<Article>(), new List<(string, string)>());
            var (title, question) = ("", "");
            foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
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
                        articles.Add(new Article(title, line) { Title = title, Language = language });
                        break;
                }
            }

            return new Corpus(articles, questions);
        }
    }
}
