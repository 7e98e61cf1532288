using QnA.Text.Sentences;
using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>Makes the passages of an article: overlapping windows of sentences that never cross a heading.</summary>
public static class PassageBuilder
{
    // Windows of 5 with a step of 4 found best in a comparison of 3/2, 5/4 and 8/4 on questions over encyclopedia and web texts.
    private const int WindowSentences = 5;
    private const int StepSentences = 4;

    /// <summary>Makes the passages of an article, with the heading that each stands under.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language of its text: two or three lower-case letters (ISO 639).</param>
    public static IEnumerable<(Passage Passage, TextSpan? Heading)> Build(Article article, string language)
    {
        foreach (var (heading, sentences) in SentenceSplitter.Split(article.Text.Value, language))
        {
            for (var start = 0; start < sentences.Count; start += StepSentences)
            {
                var count = Math.Min(WindowSentences, sentences.Count - start);
                if (start > 0 && count <= WindowSentences - StepSentences)
                {
                    // Only what the window before holds already.
                    break;
                }

                TextSpan[] window = [.. sentences.Skip(start).Take(count)];
                yield return (new Passage(article.Id, new TextSpan(window[0].Start, window[^1].End), window), heading);
            }
        }
    }
}
