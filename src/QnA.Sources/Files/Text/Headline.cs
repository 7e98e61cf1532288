namespace QnA.Sources.Files.Text;

/// <summary>Finds the headline that a plain text begins with.</summary>
internal static class Headline
{
    /// <summary>Headlines of newspapers stay well under this; paragraphs seldom do.</summary>
    private const int MaxLength = 120;

    /// <summary>Finds the headline: a short first line that stands alone, with text below it, and does not end as a sentence does.</summary>
    /// <returns><see langword="null"/> where the text begins with no such line.</returns>
    public static string? Find(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var end = text.IndexOf('\n');
        if (end < 0)
        {
            return null;
        }

        var first = text[..end].TrimEnd();
        var below = text[(end + 1)..];
        var nextEnd = below.IndexOf('\n');
        var standsAlone = nextEnd >= 0 && below[..nextEnd].IsWhiteSpace();
        var isHeadline = standsAlone
            && first.Length <= MaxLength
            && first[^1] is not ('.' or ',' or ';' or ':' or '…' or '。' or '،' or '।')
            && ContainsLetter(first);
        return isHeadline ? ArticleFields.OneLine(first.ToString()) : null;
    }

    private static bool ContainsLetter(ReadOnlySpan<char> line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetter(rune))
            {
                return true;
            }
        }

        return false;
    }
}
