using Microsoft.ML.Tokenizers;

namespace QnA.Models.Passages;

/// <summary>Counts with the encoding <c>o200k_base</c>: exact for current OpenAI models, close for the others.</summary>
internal sealed class TiktokenCounter : ITokenCounter
{
    // Loading takes about a quarter of a second, so it waits for the first question to a model.
    private readonly Lazy<TiktokenTokenizer> _tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <inheritdoc/>
    public int Count(string text) => _tokenizer.Value.CountTokens(text);
}
