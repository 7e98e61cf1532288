using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Search.Index;
using QnA.Search.Tests.Index;

namespace QnA.Search.Tests.Corpora;

/// <summary>Small made-up collections in languages that the shipped weights were not learned from (<c>Corpora/*.txt</c>).</summary>
/// <remarks>
/// Each has people, years and numbers that a question does not ask for; questions and texts have their words in different forms. A sentence of
/// a few words is joined to the one before it (see <see cref="QnA.Search.Sentences.SentenceSplitter"/>), so the place may hold more.
/// </remarks>
public sealed class LanguageCorporaTests
{
    // As many articles of one language as make 50 to one of another.
    private const int ArticlesOfTheGreatOne = 150;

    public static TheoryData<string> Languages => [.. LanguageCorpus.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task SearchAsync_QuestionInTheArticlesLanguage_ThePlaceThatAnswersIsFirst(string language)
    {
        var corpus = LanguageCorpus.Read(language);
        using var folder = new IndexFolder();
        using var store = folder.Open();
        await IndexFolder.PutAsync(store, [.. corpus.Articles]);

        var wrong = await FindWrongAsync(store, [corpus]);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task SearchAsync_AllLanguagesInOneIndexAndOneWithFiftyTimesAsMany_EachQuestionIsAnsweredInItsLanguage()
    {
        List<LanguageCorpus> corpora = [.. LanguageCorpus.Languages.Select(LanguageCorpus.Read)];
        using var folder = new IndexFolder();
        using var store = folder.Open();
        await IndexFolder.PutAsync(store, [.. corpora.SelectMany(corpus => corpus.Articles), .. Enumerable.Range(0, ArticlesOfTheGreatOne).Select(English)]);

        var wrong = await FindWrongAsync(store, corpora);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<List<string>> FindWrongAsync(LuceneArticleStore store, IEnumerable<LanguageCorpus> corpora)
    {
        var search = new LucenePassageSearch(store);
        var wrong = new List<string>();
        foreach (var (language, (question, answer)) in corpora.SelectMany(corpus => corpus.Questions, (corpus, question) => (corpus.Language, question)))
        {
            var found = await search.SearchAsync(new StandaloneQuestion(question), TestContext.Current.CancellationToken);
            var first = found.Sentences.Count == 0 ? "nothing" : found.Sentences[0].Article.Text.Slice(found.Sentences[0].Span).ToString();
            if (!first.Contains(answer, StringComparison.Ordinal) || found.Confidence < 0.5)
            {
                wrong.Add($"{language}: {question} -> {first} ({found.Confidence:0.00})");
            }
        }

        return wrong;
    }

    private static Article English(int number) => new(
        $"en/{number}",
        $"The lighthouse of Orvane {number} stands on the northern cape of the island. The engineer Marta Lind designed tower {number}. The lamp was lit " +
        $"for the first time on {1 + (number % 28)} March {1800 + number}. There are {200 + number} steps to the lantern. A flood destroyed two arches in {1700 + number}.")
    {
        Title = $"The lighthouse of Orvane {number}",
        Language = "en",
    };
}
