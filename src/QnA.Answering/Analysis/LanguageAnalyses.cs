using System.Collections.Concurrent;
using QnA.Text;
using QnA.Text.Words;

namespace QnA.Answering.Analysis;

/// <summary>The analyses of all languages, each made when it is first needed.</summary>
/// <param name="stemmers">Makes the stemmer of a language code.</param>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class LanguageAnalyses(Func<string, IStemmer> stemmers) : IDisposable
{
    /// <summary>The version of what the analyses do; an index made by another version does not fit.</summary>
    public const string Version = "5";

    private readonly ConcurrentDictionary<string, LanguageAnalysis> _analyses = new(StringComparer.Ordinal);

    /// <summary>Returns the analysis of a language.</summary>
    /// <param name="language">A code as <see cref="LanguageCode.Of"/> gives it.</param>
    public LanguageAnalysis Get(string language) => _analyses.GetOrAdd(language, code => new LanguageAnalysis(code, stemmers(code)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var analysis in _analyses.Values)
        {
            analysis.Dispose();
        }
    }
}
