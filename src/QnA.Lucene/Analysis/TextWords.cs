using System.Globalization;
using QnA.Answering.Analysis;
using QnA.Text.Words;
using QnA.Text;

namespace QnA.Lucene.Analysis;

/// <summary>The words of a text, scanned and analysed once for all that needs them: passages overlap, and each article is indexed whole besides.</summary>
/// <remarks>For one text after the other, by one thread at a time.</remarks>
internal sealed class TextWords
{
    private WordInfo[] _words = new WordInfo[1024];
    private TextSpan[] _places = new TextSpan[1024];
    private int _count;
    private string _text = "";
    private LanguageAnalysis? _analysis;

    /// <summary>Gets all words, until another text is read.</summary>
    public ArraySegment<WordInfo> All => new(_words, 0, _count);

    /// <summary>Reads a text.</summary>
    /// <param name="analysis">The analysis of its language.</param>
    /// <param name="text">The text.</param>
    public void Read(LanguageAnalysis analysis, string text)
    {
        (_analysis, _text, _count) = (analysis, text, 0);
        var words = new WordScanner(text);
        while (words.MoveNext())
        {
            if (_count == _words.Length)
            {
                Array.Resize(ref _words, 2 * _count);
                Array.Resize(ref _places, 2 * _count);
            }

            _words[_count] = analysis.Analyze(words.Word, words.IsPiece);
            _places[_count++] = new TextSpan(words.Start, words.End);
        }
    }

    /// <summary>Returns the words of a part of the text: those that scanning the part alone would give.</summary>
    /// <param name="part">The part.</param>
    public ArraySegment<WordInfo> Of(TextSpan part)
    {
        if (!Parts(part.Start) || !Parts(part.End))
        {
            return Scan(_analysis!, _text.AsSpan(part.Start, part.Length));
        }

        var first = FirstFrom(part.Start);
        return new ArraySegment<WordInfo>(_words, first, FirstFrom(part.End) - first);
    }

    /// <summary>Scans a text of its own.</summary>
    public static ArraySegment<WordInfo> Scan(LanguageAnalysis analysis, ReadOnlySpan<char> text)
    {
        var found = new List<WordInfo>();
        var words = new WordScanner(text);
        while (words.MoveNext())
        {
            found.Add(analysis.Analyze(words.Word, words.IsPiece));
        }

        return found.ToArray();
    }

    private int FirstFrom(int position)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _places[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Whether what stands before a position makes no difference to the words after it, nor the other way round. The underscore joins whatever follows.
    private bool Parts(int position) =>
        position == 0 || position == _text.Length
        || (_text[position - 1] != '_' && (IsSeparator(_text[position - 1]) || IsSeparator(_text[position])));

    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherPunctuation && c is not ('\'' or '.' or ',');
}
