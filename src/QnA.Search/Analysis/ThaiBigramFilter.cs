using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace QnA.Search.Analysis;

/// <summary>Parts runs of Thai, which has no spaces between words, into overlapping pairs of letters, each with its vowel and tone marks.</summary>
internal sealed class ThaiBigramFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _position;
    private readonly List<int> _letters = [];
    private string _run = "";
    private int _runStart;
    private int _next;

    public ThaiBigramFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next + 2 < _letters.Count)
        {
            Emit();
            return true;
        }

        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (_term.Length > 0 && IsThai(_term.Buffer[0]))
        {
            FindLetters();
            if (_letters.Count > 2)
            {
                Emit();
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _letters.Clear();
        _next = 0;
    }

    private void FindLetters()
    {
        _run = _term.ToString()!;
        _runStart = _offset.StartOffset;
        _letters.Clear();
        _next = 0;
        for (var i = 0; i < _run.Length; i++)
        {
            if (!IsThaiMark(_run[i]))
            {
                _letters.Add(i);
            }
        }

        // The end of the last letter closes the last pair.
        _letters.Add(_run.Length);
    }

    private void Emit()
    {
        var (start, end) = (_letters[_next], _letters[_next + 2]);
        ClearAttributes();
        _term.SetEmpty();
        _term.Append(_run[start..end]);
        _offset.SetOffset(_runStart + start, _runStart + end);
        _position.PositionIncrement = 1;
        _next++;
    }

    private static bool IsThai(char c) => c is >= '\u0E01' and <= '\u0E5B';

    private static bool IsThaiMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
