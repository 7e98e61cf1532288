using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Receipts;
using QnA.Core.Retrieval;

namespace QnA.Core.Tests.Receipts;

/// <summary>Answers and receipts for the tests.</summary>
internal static class Sample
{
    public static Article Bridge { get; } = new("a", "The bridge opened in May. Çok güzel köprü! It cost 1.5 million crowns.")
    {
        Title = "The bridge",
        Url = "https://example.org/bridge",
        Published = PublicationDate.TryParse("2011-05", out var date) ? date : null,
    };

    public static Answer Answer(Article article, params string[] quotes)
    {
        Citation[] citations = [.. quotes.Select((words, i) => Citation.Of(i + 1, article.Quote(words), article))];
        return new Answer
        {
            Question = new Question("When did the “bridge” open?"),
            Standalone = new StandaloneQuestion("When did the bridge open?"),
            Status = AnswerStatus.Answered,
            Text = string.Join("\n\n", citations.Select(c => $"{c.Quote.Text} [{c.Number}]")),
            Claims = [.. citations.Select(c => new Claim(c.Quote.Text, [c]))],
            Citations = citations,
            Confidence = 0.87654321,
            Retrieved = [new RetrievedPassage(article, new Passage(article.Id, article.Text.Span, [article.Text.Span]), 12.345678)],
            Model = "extractive",
            AnsweredAt = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Timings = new AnswerTimings(
                TimeSpan.FromMilliseconds(0.12345), TimeSpan.FromMilliseconds(2.5), TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(4.0006)),
        };
    }

    public static Answer NotFound(NotFoundReason why) => Answer(Bridge) with
    {
        Status = AnswerStatus.NotFound,
        Text = "I did not find this in the articles.",
        Why = why,
    };

    public static Receipt Receipt(Article article, params string[] quotes) => Core.Receipts.Receipt.From(Answer(article, quotes), "q1");
}
