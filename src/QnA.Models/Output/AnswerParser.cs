using System.Text;

namespace QnA.Models.Output;

/// <summary>Reads sentences and their ids from a model's output while it comes, however it is cut into chunks.</summary>
/// <remarks>
/// A sentence is complete when its ids are behind it and something else begins, when its line ends, or when the output does. It is read
/// character by character, so the chunks cannot matter. For one answer and one thread; never throws on any text.
/// </remarks>
internal sealed class AnswerParser
{
    // No id is longer, no sentence that is sent is (see ClaimVerifier.MaxClaimLength); what is longer is closed as it stands.
    private const int MaxBracketLength = 120;
    private const int MaxSentenceLength = 4000;

    private readonly List<ParsedClaim> _complete = [];
    private readonly StringBuilder _text = new();
    private readonly List<SentenceId> _ids = [];
    private readonly StringBuilder _bracket = new();
    private readonly ThoughtReader _thoughts = new();
    private bool _inBracket;
    private bool _hasMark;
    private bool _isAfterMark;
    private bool _isClosed;
    private int _newLines;

    /// <summary>Gets whether the model said that the passages hold no answer.</summary>
    public bool SaysNotFound { get; private set; }

    /// <summary>Reads the next chunk.</summary>
    /// <param name="chunk">Any piece of the output.</param>
    /// <returns>The sentences that it completes.</returns>
    public IReadOnlyList<ParsedClaim> Append(ReadOnlySpan<char> chunk)
    {
        foreach (var c in chunk)
        {
            Read(c);
        }

        return Take();
    }

    /// <summary>Reads what is left; the output has ended.</summary>
    public IReadOnlyList<ParsedClaim> Complete()
    {
        FlushBracket();
        Emit();
        return Take();
    }

    private IReadOnlyList<ParsedClaim> Take()
    {
        if (_complete.Count == 0)
        {
            return [];
        }

        var taken = _complete.ToArray();
        _complete.Clear();
        return taken;
    }

    private void Read(char c)
    {
        if (_thoughts.Takes(c, _inBracket ? null : _text))
        {
            return;
        }

        if (_inBracket)
        {
            ReadBracket(c);
        }
        else if (c is '[' or '【' or '［' or '〔')
        {
            // Models escape brackets as Markdown wants it.
            if (_text.Length > 0 && _text[^1] == '\\')
            {
                _text.Length--;
            }

            _inBracket = true;
            _bracket.Append(c);
        }
        else
        {
            ReadText(c);
        }
    }

    private bool EndsWith(string text) =>
        _text.Length >= text.Length && _text.ToString(_text.Length - text.Length, text.Length) == text;

    private void ReadBracket(char c)
    {
        if (c is '[' or '【' or '［' or '〔' or '\n' || _bracket.Length >= MaxBracketLength)
        {
            FlushBracket();
            Read(c);
            return;
        }

        _bracket.Append(c);
        if (c is not (']' or '】' or '］' or '〕'))
        {
            return;
        }

        var content = _bracket.ToString(1, _bracket.Length - 2).TrimEnd('\\');
        if (!SentenceIdReader.TryRead(content, out var ids))
        {
            FlushBracket();
            return;
        }

        _inBracket = false;
        _bracket.Clear();
        _ids.AddRange(ids.Where(id => !_ids.Contains(id)));
        _hasMark = true;
        _isAfterMark = true;
        _isClosed |= EndsSentence();
        _newLines = 0;
    }

    private void FlushBracket()
    {
        if (!_inBracket)
        {
            return;
        }

        var literal = _bracket.ToString();
        _inBracket = false;
        _bracket.Clear();
        foreach (var c in literal)
        {
            ReadText(c);
        }
    }

    private void ReadText(char c)
    {
        if (c == '\n')
        {
            EndLine();
            return;
        }

        if (char.IsWhiteSpace(c))
        {
            AppendSpace();
            return;
        }

        if (_newLines > 0)
        {
            BeginLine(c);
        }
        else if (_isAfterMark && !ReadAfterMark(c))
        {
            return;
        }

        _text.Append(c);
        if (_text.Length >= MaxSentenceLength)
        {
            Emit();
        }
    }

    private void EndLine()
    {
        if (_hasMark && _text.Length > 0)
        {
            Emit();
        }
        else if (_text.Length > 0)
        {
            _newLines++;
        }
    }

    // A line that ends without ids goes on in the next one, unless the sentence or the paragraph is over. Ids may stand on their own line.
    private void BeginLine(char c)
    {
        if (_newLines > 1 || EndsSentence() || EndsWith(": ") || EndsWith(":") || c is '-' or '*' or '•' or '#' or '>')
        {
            Emit();
        }

        _newLines = 0;
        AppendSpace();
    }

    /// <summary>Reads a character behind ids.</summary>
    /// <returns>Whether the character is yet to be appended.</returns>
    private bool ReadAfterMark(char c)
    {
        if (IsEnd(c))
        {
            if (!EndsSentence())
            {
                TrimEnd();
                _text.Append(c);
            }

            _isClosed = true;
            return false;
        }

        if (c is '*' or '`' or '_' or ')' or '"' or '”' or '’' or '\'' or '»' && _text.Length > 0 && (_text.Length < 2 || _text[^1] != ' '))
        {
            if (c is '"' or '”' or '»' or '’' or '\'' or ')')
            {
                _text.Append(c);
            }

            return false;
        }

        if (_isClosed && _text.Length > 0)
        {
            Emit();
            return true;
        }

        _isAfterMark = false;
        if (c is ',' or ';' or ':')
        {
            TrimEnd();
        }

        return true;
    }

    private void Emit()
    {
        var text = ClaimText.Clean(_text.ToString());
        if (IsNotFound(ref text))
        {
            SaysNotFound = true;
        }

        if (ClaimText.HasContent(text) && (_hasMark || !IsHeading(text)))
        {
            _complete.Add(new ParsedClaim(text, [.. _ids], _hasMark));
        }

        _text.Clear();
        _ids.Clear();
        (_hasMark, _isAfterMark, _isClosed, _newLines) = (false, false, false, 0);
    }

    private static bool IsNotFound(ref string text)
    {
        const string Mark = "NOT_FOUND";
        var plain = text.Replace(' ', '_').Replace('-', '_').TrimStart('"', '“', '\'');
        if (!plain.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[(text.IndexOf("FOUND", StringComparison.Ordinal) + "FOUND".Length)..].TrimStart('.', ' ', ':', '"', '”', '\'', '!');
        return true;
    }

    // "Here is the answer:" says nothing.
    private bool IsHeading(string text) => text[^1] is ':' or '：' || (_text.Length > 0 && _text[0] == '#');

    private void AppendSpace()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
        {
            _text.Append(' ');
        }
    }

    private void TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }
    }

    private bool EndsSentence()
    {
        var i = _text.Length - 1;
        while (i >= 0 && _text[i] is ' ' or '"' or '”' or '’' or '\'' or '»' or ')' or '*' or '`' or '_' or '」' or '』')
        {
            i--;
        }

        return i >= 0 && IsEnd(_text[i]);
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔';
}
