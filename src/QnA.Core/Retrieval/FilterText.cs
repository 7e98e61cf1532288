using System.Text;

namespace QnA.Core.Retrieval;

/// <summary>Makes names comparable: tags, sources and authors are the same name in capitals and in small letters.</summary>
public static class FilterText
{
    /// <summary>How much of a name is compared, in UTF-16 code units; no tag or name of a person is as long.</summary>
    public const int MaxLength = 256;

    /// <summary>Returns a name as it is compared: in NFC, without blanks around it, in lower case, its first <see cref="MaxLength"/> code units.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var whole = name.Trim();
        var cut = whole.Length <= MaxLength ? whole : whole[..(char.IsHighSurrogate(whole[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return Normalized(cut).ToLowerInvariant();
    }

    /// <summary>Tells whether a folded name is, or ends after a slash or a backslash with, a wanted one: <c>news</c> is the source <c>articles/news</c>.</summary>
    /// <param name="name">A name as <see cref="Fold"/> gives it.</param>
    /// <param name="wanted">Another one.</param>
    public static bool IsOrEndsWith(string name, string wanted)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(wanted);
        var (whole, end) = (name.TrimEnd('/', '\\'), wanted.TrimEnd('/', '\\'));
        return end.Length > 0
            && whole.EndsWith(end, StringComparison.Ordinal)
            && (whole.Length == end.Length || whole[whole.Length - end.Length - 1] is '/' or '\\');
    }

    /// <summary>Tells whether a folded name has the words of a wanted one, side by side: <c>smith</c> is in <c>jane smith</c>, not in <c>smithson</c>.</summary>
    /// <param name="name">A name as <see cref="Fold"/> gives it.</param>
    /// <param name="wanted">Another one.</param>
    public static bool HasWords(string name, string wanted)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(wanted);
        for (var at = name.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = name.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            if ((at == 0 || !char.IsLetterOrDigit(name[at - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end])))
            {
                return true;
            }
        }

        return false;
    }

    // Half a surrogate pair has no normal form; it is compared as it is.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
