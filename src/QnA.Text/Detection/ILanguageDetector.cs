namespace QnA.Text.Detection;

/// <summary>Tells the language of a text.</summary>
/// <remarks>Safe for concurrent use: articles are put by several threads at once.</remarks>
public interface ILanguageDetector
{
    /// <summary>Tells which of some languages a text is written in.</summary>
    /// <param name="text">The beginning of an article; a few sentences are enough, and time grows with its length.</param>
    /// <param name="plausible">The languages to choose from, as ISO 639 codes in lower case; those that the detector does not know are passed over.</param>
    /// <returns>One of <paramref name="plausible"/>; <see langword="null"/> where the text does not tell, or none of them is known.</returns>
    string? Detect(string text, IReadOnlyCollection<string> plausible);
}
