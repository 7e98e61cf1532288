using QnA.Text.Sentences;
using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>Makes the passages of an article: overlapping windows of sentences that never cross a heading.</summary>
public static class PassageBuilder
{
    // Windows of 5 with a step of 4 found best in a comparison of 3/2, 5/4 and 8/4 on questions over encyclopedia and web texts.
    private const int WindowSentences = 5;
    private const int StepSentences = 4;

    /// <summary>Makes the passages of an article, each with what stands over it: headings, outermost first, and the terms that it is said of.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language of its text: two or three lower-case letters (ISO 639).</param>
    public static IEnumerable<(Passage Passage, IReadOnlyList<TextSpan> Headings)> Build(Article article, string language) =>
        article.Blocks.Count > 0 ? BuildFromBlocks(article, language) : BuildFromLines(article, language);

    private static IEnumerable<(Passage Passage, IReadOnlyList<TextSpan> Headings)> BuildFromLines(Article article, string language)
    {
        foreach (var (heading, sentences) in SentenceSplitter.Split(article.Text.Value, language))
        {
            IReadOnlyList<TextSpan> headings = heading is { } above ? [above] : [];
            foreach (var (start, count) in WindowsOf(sentences.Count))
            {
                yield return (PassageOf(article, [.. sentences.Skip(start).Take(count)]), headings);
            }
        }
    }

    private static IEnumerable<(Passage Passage, IReadOnlyList<TextSpan> Headings)> BuildFromBlocks(Article article, string language)
    {
        foreach (var (headings, units) in BlockSplitter.Split(article, language))
        {
            foreach (var (start, count) in WindowsOf(units.Count))
            {
                BlockUnit[] window = [.. units.Skip(start).Take(count)];
                yield return (PassageOf(article, [.. window.Select(unit => unit.Span)]), [.. headings, .. TermsOver(article, window)]);
            }
        }
    }

    private static IEnumerable<(int Start, int Count)> WindowsOf(int sentences)
    {
        for (var start = 0; start < sentences; start += StepSentences)
        {
            var count = Math.Min(WindowSentences, sentences - start);
            if (start > 0 && count <= WindowSentences - StepSentences)
            {
                // Only what the window before holds already.
                break;
            }

            yield return (start, count);
        }
    }

    private static Passage PassageOf(Article article, TextSpan[] window) =>
        new(article.Id, new TextSpan(window[0].Start, window[^1].End), window);

    // The terms that all of a window is said of and that stand before it, outermost first.
    private static List<TextSpan> TermsOver(Article article, BlockUnit[] window)
    {
        var terms = new List<TextSpan>();
        for (var above = article.Blocks[window[0].Block].LeadIn; above is { } at; above = article.Blocks[at].LeadIn)
        {
            if (article.Blocks[at].Kind == BlockKind.Term && article.Blocks[at].Span.End <= window[0].Span.Start
                && (window[^1].Block == window[0].Block || article.Outline.HangsOn(window[^1].Block, at)))
            {
                terms.Add(article.Blocks[at].Span);
            }
        }

        terms.Reverse();
        return terms;
    }
}
