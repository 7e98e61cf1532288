using Microsoft.Extensions.DependencyInjection.Extensions;
using QnA.Core.Registration;
using QnA.Text.Detection;

namespace QnA.Languages;

/// <summary>Registers the detection of languages.</summary>
public static class LanguageDetectionQnABuilderExtensions
{
    /// <summary>Adds Lingua, which is asked for the language of articles that do not say theirs.</summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    public static QnABuilder AddLanguageDetection(this QnABuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ILanguageDetector, LinguaLanguageDetector>();
        return builder;
    }
}
