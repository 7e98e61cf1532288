using System.Text;

namespace QnA.Core.Verification.Quotations;

/// <summary>A text with one kind of quotation mark, dash and space, and the way back to where each character stood.</summary>
internal sealed class TypographicText
{
    private readonly List<int> _positions = [];

    /// <summary>Reads a text.</summary>
    public TypographicText(string text)
    {
        Original = text;
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF')
            {
                continue;
            }

            var plain = Plain(c);
            if (plain == ' ' && (value.Length == 0 || value[^1] == ' '))
            {
                continue;
            }

            foreach (var p in c == '…' ? "..." : plain.ToString())
            {
                value.Append(p);
                _positions.Add(i);
            }
        }

        Value = value.ToString();
    }

    /// <summary>Gets the text as it was.</summary>
    public string Original { get; }

    /// <summary>Gets the text with plain typography.</summary>
    public string Value { get; }

    /// <summary>Leads a range of <see cref="Value"/> back to <see cref="Original"/>.</summary>
    /// <returns>Where the range starts and ends in the original.</returns>
    public (int Start, int End) Locate(int start, int length)
    {
        var end = _positions[start + length - 1] + 1;
        return (_positions[start], end);
    }

    private static char Plain(char c) => c switch
    {
        '‘' or '’' or '‚' or '‛' or '`' or '´' or '′' or '“' or '”' or '„' or '‟' or '«' or '»' or '″' or '"' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };
}
