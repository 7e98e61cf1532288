using System.Collections.Concurrent;
using System.Collections.Frozen;
using Lingua;
using QnA.Text.Detection;

namespace QnA.Languages;

/// <summary>Tells the language of a text by the frequencies of its sequences of three letters, with Lingua's models.</summary>
/// <remarks>
/// The models of a language are read when it is first plausible for a text, and kept; docs/languages.md has what they take. They are files in the
/// folder <c>languages</c> beside the program. Safe for concurrent use.
/// </remarks>
public sealed class LinguaLanguageDetector : ILanguageDetector
{
    /// <summary>How much likelier than the second a language must be; less is chance in names and lists.</summary>
    private const double MinimumDistance = 0.2;

    private static readonly string Models = Path.Combine(AppContext.BaseDirectory, "languages");
    private static readonly FrozenDictionary<string, Language> Known = LanguageInfo.All().ToFrozenDictionary(CodeOf, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, LanguageDetector?> _detectors = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string? Detect(string text, IReadOnlyCollection<string> plausible)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(plausible);
        var detector = _detectors.GetOrAdd(string.Join(' ', plausible), static (_, codes) => Create(codes), plausible);
        var found = detector?.DetectLanguageOf(text) is { } language && language != Language.Unknown ? CodeOf(language) : null;
        return found is "nb" or "nn" && !plausible.Contains(found, StringComparer.Ordinal) ? "no" : found;
    }

    private static LanguageDetector? Create(IReadOnlyCollection<string> codes)
    {
        // Two written languages stand for the code of both.
        Language[] languages =
        [
            .. codes.SelectMany(code => code == "no" ? ["nb", "nn"] : (string[])[code]).Where(Known.ContainsKey).Select(code => Known[code]).Distinct(),
        ];
        return languages.Length < 2
            ? null
            : LanguageDetectorBuilder.FromLanguages(languages)
                .WithLanguageModelsDirectory(Models)
                .WithLowAccuracyMode()
                .WithMinimumRelativeDistance(MinimumDistance)
                .Build();
    }

    private static string CodeOf(Language language) => LanguageInfo.IsoCode6391(language).ToString().ToLowerInvariant();
}
