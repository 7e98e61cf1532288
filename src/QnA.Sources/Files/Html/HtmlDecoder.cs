using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using QnA.Sources.Files.Text;

namespace QnA.Sources.Files.Html;

/// <summary>Turns the bytes of a page into text.</summary>
/// <remarks>As <see cref="TextDecoder"/>, but where the bytes are not UTF-8 the page may say what they are.</remarks>
internal static partial class HtmlDecoder
{
    /// <summary>Where a page must say it (HTML Living Standard, section 4.2.5.4).</summary>
    private const int SayWithin = 1024;

    /// <summary>Decodes a page.</summary>
    /// <exception cref="ArticleFormatException">It is not text.</exception>
    public static string Decode(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes) && Find(bytes) is { } encoding)
        {
            try
            {
                return TextDecoder.Check(encoding.GetString(bytes));
            }
            catch (DecoderFallbackException)
            {
                // It says one thing and is another: what it looks like is better.
            }
        }

        return TextDecoder.Decode(bytes);
    }

    private static Encoding? Find(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, SayWithin));
        if (Charset().Match(start) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        try
        {
            // The Encoding Standard, section 4.2: these names all mean Windows-1252.
            var isLatin = name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII";
            return CodePagesEncodingProvider.Instance.GetEncoding(
                isLatin ? "windows-1252" : name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
