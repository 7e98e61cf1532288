namespace QnA.Text.Detection;

/// <summary>Finds the language that an article is read in.</summary>
/// <remarks>
/// What the source says counts. Else the script, then the most frequent words, and only where these leave a choice the detector, which is
/// so never asked in collections of one well-known language. Safe for concurrent use.
/// </remarks>
internal sealed class TextLanguages
{
    // Fewer letters are a heading or a name, which is alike in many languages.
    private const int MinLetters = 40;

    private readonly ILanguageDetector? _detector;
    private readonly string[] _plausible;
    private readonly string? _fallback;
    private readonly Lazy<Dictionary<Script, FunctionWordVotes>> _votes;

    /// <summary>Creates the finder.</summary>
    /// <param name="plausible">The languages to choose from; empty for all that are known.</param>
    /// <param name="detector">Tells languages of one script apart that share words; <see langword="null"/> where there is none.</param>
    public TextLanguages(IEnumerable<string> plausible, ILanguageDetector? detector)
    {
        string[] given = [.. plausible.Select(code => code.ToLowerInvariant()).Select(code => code is "nb" or "nn" ? "no" : code).Distinct(StringComparer.Ordinal)];
        _fallback = given.FirstOrDefault();
        _plausible = given.Length > 0 ? given : [.. KnownLanguages.All];
        _detector = detector;
        _votes = new(() => MakeVotes(_plausible));
    }

    /// <summary>Returns the language that an article is read in.</summary>
    /// <param name="stated">The language that its source says it is in; <see langword="null"/> where it says none.</param>
    /// <param name="text">Its text.</param>
    /// <returns>A tag or code; <see langword="null"/> where neither the article nor the settings tell.</returns>
    public string? Of(string? stated, string text) =>
        stated ?? (_plausible.Length == 1 ? _plausible[0] : Find(ProseSample.Of(text))) ?? _fallback;

    private static Dictionary<Script, FunctionWordVotes> MakeVotes(string[] plausible)
    {
        var scripts = plausible.ToLookup(KnownLanguages.ScriptOf);

        // A language whose script is not known here may be in any.
        var unknown = scripts[null];
        return scripts.Where(group => group.Key is not null).ToDictionary(
            group => group.Key!.Value,
            group => new FunctionWordVotes([.. group.Concat(unknown).Take(64)]));
    }

    private string? Find(string text)
    {
        var main = ScriptShares.Main(text);
        if (main == Script.Other || !_votes.Value.TryGetValue(main, out var votes))
        {
            return Detect(text, _plausible);
        }

        if (votes.Languages.Count == 1)
        {
            return votes.Languages[0];
        }

        var (possible, isCertain) = votes.Among(text);
        return possible.Count == 1 ? possible[0] : Detect(text, possible) ?? (isCertain ? possible[0] : null);
    }

    private string? Detect(string text, IReadOnlyCollection<string> among)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters < MinLetters ? null : _detector?.Detect(text, among);
    }
}
