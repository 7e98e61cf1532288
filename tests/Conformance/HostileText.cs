using CsCheck;

namespace QnA.Conformance;

/// <summary>Texts that break what assumes one character to be one code unit, and code that compares, folds or encodes carelessly.</summary>
internal static class HostileText
{
    /// <summary>What the texts are made of; each alone is a text as well.</summary>
    public static readonly string[] Fragments =
    [
        "a", "Z", "5", ".", " ", "word ", "\t", "\n", "\r\n", "\r", "\0", "\u001F", "\u007F", "\u0085", "\u2028", "\u2029",
        "e\u0301", "\u0301", "a\u0323\u0307", "\u20DD", "ﬁ", "ß", "ẞ", "İ", "ı", "ς", "Ǆ", "\u212B",
        "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060",
        "\uD800", "\uDBFF", "\uDC00", "\uDFFF", "😀", "𐐷", "𝒜", "\U000E0041", "\U0010FFFF",
        "👨‍👩‍👧", "👍🏽", "🇳🇴", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "❤\uFE0F", "1\uFE0F\u20E3",
        "\u202Eשלום\u202C", "\u2067مرحبا\u2069", "\u200F", "क्षि", "ก็", "각", "\u1100\u1161\u11A8", "漢字", "か\u3099", "ﾊ\uFF9E",
        "\"", "\\", "</script>", "{\"a\":[", "“", "'", "&amp;",
    ];

    /// <summary>Any sequence of the fragments and of arbitrary code units.</summary>
    public static readonly Gen<string> Texts = Gen
        .Frequency((4, Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i])), (1, Gen.Int[0, 0xFFFF].Select(unit => ((char)unit).ToString())))
        .Array[0, 24]
        .Select(string.Concat);
}
