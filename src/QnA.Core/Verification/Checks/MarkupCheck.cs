using System.Globalization;
using System.Text.RegularExpressions;

namespace QnA.Core.Verification.Checks;

/// <summary>A claim has no address, markup or invisible character of its own.</summary>
/// <remarks>Renderers escape what they show; this check keeps out what a person could be led to copy or what would hide words.</remarks>
internal sealed partial class MarkupCheck : IClaimCheck
{
    private static readonly string[] Signs = ["://", "www.", "](", "![", "</", "/>", "javascript:", "data:", "mailto:", "```", "<|", "|>"];

    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        var claim = evidence.Claim.Text;
        if (Array.Exists(Signs, sign => claim.Contains(sign, StringComparison.OrdinalIgnoreCase)) || HasTag(claim))
        {
            return RefusalReason.Markup;
        }

        return claim.Any(IsHidden) || Address().Matches(claim).Any(match => !evidence.Quotes.Any(q => q.Text.Contains(match.Value, StringComparison.Ordinal)))
            ? RefusalReason.Markup
            : null;
    }

    // "example.org": chat clients make a link of it.
    [GeneratedRegex(@"[\p{L}\d-]{2,}\.\p{L}{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    private static bool HasTag(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open >= 0 && open + 1 < text.Length && (char.IsLetter(text[open + 1]) || text[open + 1] is '!' or '/');
    }

    // Direction marks and the like reorder or hide what is shown; the joiners are letters of some scripts.
    private static bool IsHidden(char c) =>
        char.IsControl(c) || (char.GetUnicodeCategory(c) is UnicodeCategory.Format && c is not ('\u200C' or '\u200D')) || c == '\uFFFD';
}
