using System.Globalization;
using System.Text.RegularExpressions;

namespace QnA.Models.Output;

/// <summary>Reads what stands between a pair of brackets as ids of sentences: one, a list, a range.</summary>
internal static partial class SentenceIdReader
{
    // A range that is longer than a sentence may cite is cut: the claim is refused all the same.
    private const int MaxIds = 32;

    /// <summary>Reads the content of brackets.</summary>
    /// <param name="content">What stands between them.</param>
    /// <param name="ids">The ids, in the order written; empty where only passages are named.</param>
    /// <returns><see langword="false"/> where the brackets hold something else.</returns>
    public static bool TryRead(string content, out List<SentenceId> ids)
    {
        ids = [];
        var match = List().Match(content);
        if (!match.Success)
        {
            return false;
        }

        foreach (Match item in Item().Matches(content))
        {
            if (!item.Groups["s"].Success)
            {
                continue;
            }

            var (passage, first) = (Number(item.Groups["p"]), Number(item.Groups["s"]));
            var last = item.Groups["e"].Success ? Number(item.Groups["e"]) : first;
            if (item.Groups["q"].Success && Number(item.Groups["q"]) != passage)
            {
                // A range over two passages says nothing that can be shown: only its ends count.
                ids.Add(new SentenceId(passage, first));
                ids.Add(new SentenceId(Number(item.Groups["q"]), last));
                continue;
            }

            for (var sentence = first; sentence <= last && ids.Count < MaxIds; sentence++)
            {
                ids.Add(new SentenceId(passage, sentence));
            }
        }

        ids = [.. ids.Distinct()];
        return true;
    }

    private static int Number(Group group)
    {
        var number = 0;
        foreach (var c in group.ValueSpan)
        {
            number = (number * 10) + (int)CharUnicodeInfo.GetNumericValue(c);
        }

        return number;
    }

    // "2.3", "2.3, 4.1", "2.1-2.3", "2.1-3", "S2.3", "2.3†source"; also a passage alone, "2".
    [GeneratedRegex(
        @"^\s*(?:(?:ids?|sentences?|sources?|s|#)?[\s:]*\d{1,3}(?:[.．:]\d{1,3})?(?:\s*(?:-|–|—|~|to|bis)\s*\d{1,3}(?:[.．:]\d{1,3})?)?\s*(?:[,;、，/&|\s]|and|und|†[^,;]*)*)+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex List();

    [GeneratedRegex(
        @"(?<p>\d{1,3})(?:[.．:](?<s>\d{1,3})(?:\s*(?:-|–|—|~|to|bis)\s*(?:(?<q>\d{1,3})[.．:])?(?<e>\d{1,3}))?)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();
}
