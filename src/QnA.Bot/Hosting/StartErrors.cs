using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;
using QnA.Models.Prompts;

namespace QnA.Bot.Hosting;

/// <summary>Says in words why the bot could not start.</summary>
internal static class StartErrors
{
    /// <summary>Explains what was thrown, a line for each thing that is wrong.</summary>
    /// <returns><see langword="null"/> for what is a defect, whose stack trace is needed.</returns>
    public static IReadOnlyList<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException { Failures: var failures } => [.. failures],
        AggregateException { InnerExceptions: var all } when all.All(inner => Explain(inner) is not null) => [.. all.SelectMany(inner => Explain(inner)!).Distinct(StringComparer.Ordinal)],

        // A settings file that is no JSON: the innermost says where.
        InvalidDataException => [$"{exception.Message} {exception.GetBaseException().Message}"],
        PromptException or ArticleStoreException or InvalidOperationException or IOException or FormatException or UnauthorizedAccessException => [exception.Message],
        _ => null,
    };
}
