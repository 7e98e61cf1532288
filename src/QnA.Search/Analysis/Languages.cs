using System.Collections.Concurrent;

namespace QnA.Search.Analysis;

/// <summary>The analyses of all languages, each made when it is first needed.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class Languages : IDisposable
{
    /// <summary>The version of what the analyses do; an index made by another version does not fit.</summary>
    public const string Version = "5";

    /// <summary>The language of articles that do not say theirs and whose text does not tell.</summary>
    public const string Default = "en";

    private readonly ConcurrentDictionary<string, LanguageAnalysis> _analyses = new(StringComparer.Ordinal);

    /// <summary>Returns the analysis of a language.</summary>
    /// <param name="language">A code as <see cref="CodeOf"/> gives it.</param>
    public LanguageAnalysis Get(string language) => _analyses.GetOrAdd(language, static code => new LanguageAnalysis(code));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var analysis in _analyses.Values)
        {
            analysis.Dispose();
        }
    }

    /// <summary>Tells whether a language writes every noun with a capital letter.</summary>
    /// <param name="language">A code as <see cref="CodeOf"/> gives it.</param>
    public static bool CapitalizesNouns(string language) => language is "de" or "lb";

    /// <summary>Returns the language code of a tag: two or three lower-case letters (ISO 639).</summary>
    /// <param name="tag">A BCP 47 tag (<c>en</c>, <c>pt-BR</c>).</param>
    public static string CodeOf(string? tag)
    {
        var code = (tag ?? "").Split('-', '_')[0].Trim().ToLowerInvariant();
        return code.Length is 2 or 3 ? code : Default;
    }
}
