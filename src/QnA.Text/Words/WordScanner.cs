namespace QnA.Text.Words;

/// <summary>Finds the words of a text, without copying it.</summary>
/// <remarks>
/// A word is a run of letters, digits and marks, with apostrophes between letters, and points or commas between digits or single
/// letters (after Unicode Standard Annex 29). Scripts that put no space between words (Chinese, Japanese, Korean, Thai, Lao, Khmer,
/// Burmese) give overlapping pairs of characters instead, each character with its vowel and tone marks; what stands alone stays alone.
/// In Japanese no pair reaches from one script into another, where a word mostly ends. A Korean noun of one syllable stands alone before
/// the pair that it makes with its particle.
/// </remarks>
internal ref struct WordScanner
{
    // What is longer is data, not a word; its first characters tell it apart well enough.
    private const int MaxWordLength = 100;

    private readonly ReadOnlySpan<char> _text;
    private int _next;
    private int _runEnd;

    public WordScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        _runEnd = -1;
    }

    /// <summary>Gets where the word starts.</summary>
    public int Start { get; private set; }

    /// <summary>Gets where the word ends, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>Gets whether the word is a piece of a run that has no spaces.</summary>
    public bool IsPiece { get; private set; }

    /// <summary>Gets the characters of the word.</summary>
    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        if (_runEnd >= 0 && MoveNextPair())
        {
            return true;
        }

        while (_next < _text.Length)
        {
            switch (Scripts.KindAt(_text, _next, out var length))
            {
                case CharacterKind.Word:
                    TakeWord();
                    return true;
                case CharacterKind.Unspaced:
                    TakeRun();
                    return true;
                default:
                    _next += length;
                    break;
            }
        }

        return false;
    }

    private void TakeWord()
    {
        Start = _next;
        IsPiece = false;
        while (_next < _text.Length)
        {
            var kind = Scripts.KindAt(_text, _next, out var length);
            if (kind is CharacterKind.Word or CharacterKind.Mark)
            {
                _next += length;
            }
            else if (kind == CharacterKind.Other && Joins(_next))
            {
                _next++;
            }
            else
            {
                break;
            }
        }

        End = Math.Min(_next, Start + MaxWordLength);
        if (End < _next && char.IsHighSurrogate(_text[End - 1]))
        {
            End--;
        }
    }

    private readonly bool Joins(int at)
    {
        if (at + 1 >= _text.Length || at == Start)
        {
            return false;
        }

        var (before, after) = (_text[at - 1], _text[at + 1]);
        return _text[at] switch
        {
            '\'' or '’' or '\u200C' or '\u200D' => Scripts.IsSpacedLetter(before) && Scripts.IsSpacedLetter(after),
            '_' => true,
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) || IsInitial(at),
            _ => false,
        };
    }

    // "U.S", "e.g": a point between single letters.
    private readonly bool IsInitial(int at) =>
        char.IsLetter(_text[at - 1]) && char.IsLetter(_text[at + 1])
        && (at - 1 == Start || _text[at - 2] == '.')
        && (at + 2 >= _text.Length || !char.IsLetterOrDigit(_text[at + 2]));

    private void TakeRun()
    {
        _runEnd = _next;
        while (_runEnd < _text.Length && Scripts.KindAt(_text, _runEnd, out var length) is var kind
            && (kind == CharacterKind.Mark || (kind == CharacterKind.Unspaced && !Scripts.Part(_text[_next], _text[_runEnd]))))
        {
            _runEnd += length;
        }


        IsPiece = true;
        Start = _next;
        if (KoreanParticles.IsSyllable(_text[_next]) && _runEnd > _next + 1 && KoreanParticles.StemLength(_text[_next.._runEnd]) == 1)
        {
            End = _next + 1;
            return;
        }

        var first = CharacterEnd(_next);
        if (first >= _runEnd)
        {
            End = _runEnd;
            _next = _runEnd;
            _runEnd = -1;
            return;
        }

        End = CharacterEnd(first);
        _next = first;
    }

    private bool MoveNextPair()
    {
        var end = CharacterEnd(_next);
        if (end >= _runEnd)
        {
            _next = _runEnd;
            _runEnd = -1;
            return false;
        }

        Start = _next;
        End = CharacterEnd(end);
        _next = end;
        return true;
    }

    private readonly int CharacterEnd(int start)
    {
        Scripts.KindAt(_text, start, out var length);
        var end = start + length;
        while (end < _runEnd && Scripts.KindAt(_text, end, out length) == CharacterKind.Mark)
        {
            end += length;
        }

        return end;
    }
}
