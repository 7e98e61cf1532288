namespace QnA.Text;

/// <summary>Language codes: two or three lower-case letters (ISO 639).</summary>
public static class LanguageCode
{
    /// <summary>The language of articles that do not say theirs and whose text does not tell.</summary>
    public const string Default = "en";

    /// <summary>Returns the language code of a tag.</summary>
    /// <param name="tag">A BCP 47 tag (<c>en</c>, <c>pt-BR</c>).</param>
    /// <returns>Two or three lower-case letters; <see cref="Default"/> where the tag has none.</returns>
    public static string Of(string? tag)
    {
        var code = (tag ?? "").Split('-', '_')[0].Trim().ToLowerInvariant();
        return code.Length is 2 or 3 ? code : Default;
    }

    /// <summary>Tells whether a language writes every noun with a capital letter, so that one tells no name.</summary>
    /// <param name="language">A code as <see cref="Of"/> gives it.</param>
    public static bool CapitalizesNouns(string language) => language is "de" or "lb";
}
