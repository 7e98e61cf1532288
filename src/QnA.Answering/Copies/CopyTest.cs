using QnA.Core.Articles;
using QnA.Text.Likeness;

namespace QnA.Answering.Copies;

/// <summary>Tells whether texts are copies of one, by their sketches and, where those leave it open, by the texts themselves.</summary>
/// <remarks>For one search, by one thread at a time: it remembers the words that it read, and stops reading when there was enough of it.</remarks>
/// <param name="maxAligned">How many pairs of texts are aligned at most; the rest is left to the sketches.</param>
internal sealed class CopyTest(int maxAligned)
{
    // Aligning takes as long as the product of the words; a report of 300 words and one of 600 take some tenths of a millisecond.
    private const int MaxCells = 200_000;

    private readonly Dictionary<string, IReadOnlyList<AlignedWord>> _words = new(StringComparer.Ordinal);
    private int _left = maxAligned;

    /// <summary>Tells whether one of two articles is a copy of the other.</summary>
    /// <param name="one">The sketch of one.</param>
    /// <param name="other">The sketch of the other.</param>
    /// <param name="oneArticle">Reads the one, which is asked for where the sketches are not enough.</param>
    /// <param name="otherArticle">Reads the other.</param>
    public bool AreCopies(TextSketch one, TextSketch other, Func<Article> oneArticle, Func<Article> otherArticle)
    {
        if (one.IsCopyOf(other))
        {
            return true;
        }

        if (_left == 0 || !one.MayBeCopyOf(other))
        {
            return false;
        }

        _left--;
        return AreAlike(WordsOf(oneArticle()), WordsOf(otherArticle()));
    }

    /// <summary>Tells whether two texts are copies by what runs along in both; texts that are too long for it are not.</summary>
    public static bool AreAlike(IReadOnlyList<AlignedWord> one, IReadOnlyList<AlignedWord> other) =>
        (long)one.Count * other.Count <= MaxCells && WordAlignment.Of(one, other).IsOfCopies;

    private IReadOnlyList<AlignedWord> WordsOf(Article article)
    {
        if (!_words.TryGetValue(article.Id, out var words))
        {
            _words.Add(article.Id, words = AlignedWord.Read(article.Text.Value));
        }

        return words;
    }
}
