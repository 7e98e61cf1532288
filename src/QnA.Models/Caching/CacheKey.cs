using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Models.Options;
using QnA.Models.Passages;

namespace QnA.Models.Caching;

/// <summary>Names what a model wrote by all that it depends on.</summary>
internal static class CacheKey
{
    /// <summary>Makes the key of an answer.</summary>
    /// <remarks>
    /// The passages stand in it as they are shown, with the fingerprints of their articles and what these are copies of: an article that
    /// changes, comes or goes changes the key where it matters, and two readers who may not see the same passages never share an answer.
    /// </remarks>
    public static string Of(string answerer, StandaloneQuestion question, SearchResult found, ModelOptions model, AnswerOptions answers, string promptVersions)
    {
        var parts = new List<string>
        {
            answerer,
            question.Text,
            question.Context,
            question.Filter.Key,
            found.Visibility.Key,
            Number(model.MaxInputTokens),
            Number(answers.MaxQuotes),
            Number(answers.MaxQuoteLength),
            answers.MinimumConfidence.ToString("R", CultureInfo.InvariantCulture),
            answers.PreferRecent.ToString(),
            answers.CheckClaims.ToString(),
        };

        // A sentence may have been judged by a model that is asked when the first one fails.
        parts.AddRange(model.Fallback.SelectMany(fallback => (string[])[fallback.Provider, fallback.ModelId, fallback.Endpoint]));
        foreach (var (article, passage, _) in new CopiedPassages(found).InOrder())
        {
            parts.Add(article.Fingerprint);
            parts.Add(found.Copies.KeyOf(article.Id));
            parts.AddRange(passage.Sentences.Select(span => span.ToString()));
        }

        return Of("answer", promptVersions, model, [.. parts]);
    }

    /// <summary>Makes a key of the model that is asked first, its prompt and the parts that are put into it.</summary>
    public static string Of(string kind, string promptVersion, ModelOptions model, params string[] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (IEnumerable<string>)[promptVersion, model.Provider, model.ModelId, model.Endpoint, Number(model.MaxOutputTokens), .. parts])
        {
            // A separator that no UTF-8 text has keeps ("ab", "c") and ("a", "bc") apart.
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0xFF]);
        }

        return $"qna:{kind}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
