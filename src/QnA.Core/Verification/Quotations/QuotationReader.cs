namespace QnA.Core.Verification.Quotations;

/// <summary>Finds the words of a text that stand in quotation marks, of all kinds.</summary>
internal static class QuotationReader
{
    /// <summary>Finds the outermost quotations.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quotations">The quotations, in the order of the text.</param>
    /// <returns><see langword="false"/> where a quotation is opened and not closed, so that nobody can tell what is quoted.</returns>
    public static bool TryRead(string text, out List<Quotation> quotations)
    {
        quotations = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsOpening(text, i))
            {
                // A closing mark without an opening one claims a quotation as much as the other way round.
                if (text[i] is '”' or '»' or '」' or '』')
                {
                    return false;
                }

                continue;
            }

            var end = FindClosing(text, i);
            if (end < 0)
            {
                // A lone single mark is an apostrophe: 'tis, the '90s.
                if (IsSingle(text[i]))
                {
                    continue;
                }

                return false;
            }

            quotations.Add(new Quotation(i + 1, end));
            i = end;
        }

        return true;
    }

    private static bool IsSingle(char c) => c is '\'' or '‘' or '‚' or '’' or '‹' or '›';

    private static bool IsOpening(string text, int i) => text[i] switch
    {
        '“' or '„' or '«' or '"' or '＂' or '「' or '『' or '‟' => true,
        '»' => text.IndexOf('«', i) > 0,
        '\'' or '‘' or '‚' or '’' => (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]),
        _ => false,
    };

    private static int FindClosing(string text, int opening)
    {
        var closers = text[opening] switch
        {
            '“' or '‟' => "”\"",
            '„' => "“”\"",
            '«' => "»",
            '»' => "«",
            '「' => "」",
            '『' => "』",
            '‘' or '‚' or '’' => "’‘'",
            '\'' => "'’",
            '＂' => "＂",
            _ => "\"”",
        };
        for (var i = opening + 1; i < text.Length; i++)
        {
            if (!closers.Contains(text[i], StringComparison.Ordinal))
            {
                continue;
            }

            var inWord = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && char.IsLetterOrDigit(text[i - 1]);
            if (!IsSingle(text[i]) || (!inWord && !char.IsWhiteSpace(text[i - 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
