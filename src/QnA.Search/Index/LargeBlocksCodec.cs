using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene41;
using Lucene.Net.Codecs.Lucene46;

namespace QnA.Search.Index;

/// <summary>Lucene's own codec, by its own name and read by it, but with larger blocks of terms.</summary>
/// <remarks>
/// Each block has an automaton of its own when it is written, and with Lucene's 25 to 48 terms a block these were most of what ingestion
/// allocated. A term is looked for among those of its block one by one, so blocks must not be too large either.
/// </remarks>
[CodecName("Lucene46")]
internal sealed class LargeBlocksCodec : Lucene46Codec
{
    private const int MinTermsOfBlock = 64;
    private const int MaxTermsOfBlock = 2 * (MinTermsOfBlock - 1);

    private readonly PostingsFormat _postings = new Lucene41PostingsFormat(MinTermsOfBlock, MaxTermsOfBlock);

    /// <inheritdoc/>
    public override PostingsFormat GetPostingsFormatForField(string field) => _postings;
}
