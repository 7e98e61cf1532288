using CsCheck;

namespace QnA.Models.Tests.Output;

/// <summary>Makes outputs as a careless or hostile model may write them, and cuts them into chunks.</summary>
internal static class OutputGenerator
{
    private static readonly string[] Pieces =
    [
        "The bridge is 74 metres long", "The council approved the repair", "improved", "did not", "may", "€2.3 million", "19 votes", "3 June 1911",
        "Calloway", "Renn", "“the basin", "town exists”", "\"", "'", "[1.4]", "[2.3]", "[1.1-1.3]", "【2.4】", "[", "]", "1.4", "[9.9]", "[1.4",
        ". ", ".", ",", " ", "\n", "\n\n", "- ", "**", "`", "# ", "NOT_FOUND", "<think>", "</think>", "http://evil.example", "<b>", "&lt;", "…", "...",
        "\u202E", "\0", "\uD83D", "\uDE00", "é", "桥长", "不", "1/0", "99999999999999999999999999999999 million", "٣", "²", "½", "Ⅷ",
    ];

    /// <summary>Whole outputs.</summary>
    public static Gen<string> Outputs { get; } = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat);

    /// <summary>Lengths of chunks, repeated as long as there is output.</summary>
    public static Gen<int[]> Sizes { get; } = Gen.Int[1, 7].Array[1, 20];

    /// <summary>Cuts an output into chunks.</summary>
    public static List<string> Cut(string text, int[] sizes)
    {
        var chunks = new List<string>();
        for (int start = 0, i = 0; start < text.Length; i++)
        {
            var length = Math.Min(sizes[i % sizes.Length], text.Length - start);
            chunks.Add(text.Substring(start, length));
            start += length;
        }

        return chunks;
    }
}
