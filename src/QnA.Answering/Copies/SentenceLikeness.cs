using QnA.Core.Articles;
using QnA.Text.Likeness;
using QnA.Text.Words;
using QnA.Text;

namespace QnA.Answering.Copies;

/// <summary>Tells whether two sentences say the same in nearly the same words.</summary>
internal sealed class SentenceLikeness
{
    // Light editing changes a word or two of a sentence.
    private const double SharedWords = 0.8;

    private readonly HashSet<uint> _words = [];
    private readonly HashSet<uint> _facts = [];

    /// <summary>Reads a sentence.</summary>
    public SentenceLikeness(ArticleText text, TextSpan span)
    {
        var words = new WordScanner(text.Slice(span));
        for (var isFirst = true; words.MoveNext(); isFirst = false)
        {
            var hash = WordHash.Combine([WordHash.Of(words.Word)], 0);
            _words.Add(hash);
            if (words.Word.ContainsAnyInRange('0', '9') || (char.IsUpper(words.Word[0]) && !isFirst))
            {
                _facts.Add(hash);
            }
        }
    }

    /// <summary>Tells whether another sentence has nearly the same words, and all numbers and names of this one and no others.</summary>
    public bool IsLike(SentenceLikeness other)
    {
        var shared = _words.Count(other._words.Contains);
        return shared >= SharedWords * Math.Max(_words.Count, other._words.Count) && _facts.SetEquals(other._facts);
    }

    /// <summary>Tells whether another sentence has the very same words, in any order: one word more or less may deny it.</summary>
    public bool HasSameWords(SentenceLikeness other) => _words.SetEquals(other._words);
}
