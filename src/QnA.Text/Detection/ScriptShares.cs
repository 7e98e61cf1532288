namespace QnA.Text.Detection;

/// <summary>Tells which script a text is written in.</summary>
internal static class ScriptShares
{
    // Where each script begins, in order of code units; what lies between two belongs to the first.
    private static readonly (char Start, Script Script)[] Blocks =
    [
        ('\0', Script.Latin), ('\u0250', Script.Other), ('\u0370', Script.Greek), ('\u0400', Script.Cyrillic), ('\u0530', Script.Armenian),
        ('\u0590', Script.Hebrew), ('\u0600', Script.Arabic), ('\u0700', Script.Other), ('\u0750', Script.Arabic), ('\u0780', Script.Other),
        ('\u08A0', Script.Arabic), ('\u0900', Script.Devanagari), ('\u0980', Script.Bengali), ('\u0A00', Script.Gurmukhi), ('\u0A80', Script.Gujarati),
        ('\u0B00', Script.Odia), ('\u0B80', Script.Tamil), ('\u0C00', Script.Telugu), ('\u0C80', Script.Kannada), ('\u0D00', Script.Malayalam),
        ('\u0D80', Script.Other), ('\u0E00', Script.Thai), ('\u0E80', Script.Lao), ('\u0F00', Script.Other), ('\u1000', Script.Burmese),
        ('\u10A0', Script.Other), ('\u1100', Script.Hangul), ('\u1200', Script.Other), ('\u1780', Script.Khmer), ('\u1800', Script.Other),
        ('\u1E00', Script.Latin), ('\u1F00', Script.Greek), ('\u2000', Script.Other), ('\u2E80', Script.Han), ('\u3040', Script.Kana),
        ('\u3100', Script.Other), ('\u3130', Script.Hangul), ('\u3190', Script.Other), ('\u3400', Script.Han), ('\uA000', Script.Other),
        ('\uAC00', Script.Hangul), ('\uD7B0', Script.Other), ('\uF900', Script.Han), ('\uFB00', Script.Latin), ('\uFB13', Script.Other),
        ('\uFB1D', Script.Hebrew), ('\uFB50', Script.Arabic), ('\uFE00', Script.Other), ('\uFE70', Script.Arabic), ('\uFEFF', Script.Other),
        ('\uFF21', Script.Latin), ('\uFF5B', Script.Other), ('\uFF66', Script.Kana), ('\uFFA0', Script.Hangul), ('\uFFDD', Script.Other),
    ];

    /// <summary>Returns the script of most letters.</summary>
    /// <param name="text">The text.</param>
    /// <returns><see cref="Script.Kana"/> also for Han with some Kana, as Japanese is written; <see cref="Script.Other"/> where no script has half of the letters.</returns>
    public static Script Main(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Han + 1];
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                counts[(int)Of(c)]++;
            }
        }

        // Every Japanese sentence has particles in Hiragana; a Chinese one may name a Japanese brand.
        var (kana, han) = (counts[(int)Script.Kana], counts[(int)Script.Han]);
        if (kana * 10 > han)
        {
            (counts[(int)Script.Kana], counts[(int)Script.Han]) = (kana + han, 0);
        }

        var main = Script.Other;
        for (var script = Script.Latin; script <= Script.Han; script++)
        {
            main = 2 * counts[(int)script] > letters ? script : main;
        }

        return main;
    }

    /// <summary>Returns the script of a letter.</summary>
    public static Script Of(char letter)
    {
        if (letter < '\u0250')
        {
            return Script.Latin;
        }

        var (low, high) = (0, Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Blocks[middle].Start <= letter ? (middle, high) : (low, middle - 1);
        }

        return Blocks[low].Script;
    }
}
