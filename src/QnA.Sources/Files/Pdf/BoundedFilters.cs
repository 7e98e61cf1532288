using System.IO.Compression;
using QnA.Sources.Files.Limits;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace QnA.Sources.Files.Pdf;

/// <summary>Unpacks the streams of a PDF within a budget.</summary>
/// <remarks>
/// PdfPig asks for the filters of every stream that it reads, each time that a page draws it; so this is also where a page that draws
/// itself over and over is stopped.
/// </remarks>
internal sealed class BoundedFilters(DocumentBudget budget) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        budget.Check();
        return Bound(_inner.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
    {
        budget.Check();
        return Bound(_inner.GetNamedFilters(names));
    }

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) =>
        filters.Count == 0 ? filters : [.. filters.Select(filter => new BoundedFilter(filter, budget))];

    private sealed class BoundedFilter(IFilter inner, DocumentBudget budget) : IFilter
    {
        /// <summary>The most that deflate can expand (zlib, "Technical Details").</summary>
        private const int DeflateRatio = 1032;

        /// <summary>The most that a run of two bytes becomes (PDF 2.0, section 7.4.5).</summary>
        private const int RunLengthRatio = 64;

        /// <summary>
        /// LZW can expand more than a thousand times, and its length cannot be told without decoding; a packed stream this long becomes
        /// 190 MB at most. Writers of PDF gave LZW up with version 1.2 (1996).
        /// </summary>
        private const int MaxLzwBytes = 128 * 1024;

        /// <summary>A row of a predictor is a buffer of as many samples as the file says (PDF 2.0, table 8).</summary>
        private const int MaxColumns = 1_000_000;

        private static readonly NameToken Columns = NameToken.Create("Columns");
        private static readonly NameToken Colors = NameToken.Create("Colors");
        private static readonly NameToken[] Parameters = [NameToken.Create("DecodeParms"), NameToken.Create("DP")];

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Check();
            CheckParameters(streamDictionary);
            var limit = budget.Options.MaxExpandedBytes;
            var tooLarge = inner switch
            {
                FlateFilter => (long)input.Length * DeflateRatio > limit && InflatesBeyond(input, limit),
                RunLengthFilter => (long)input.Length * RunLengthRatio > limit,
                LzwFilter => input.Length > MaxLzwBytes,
                Ascii85Filter or AsciiHexDecodeFilter => false,
                _ => throw new NotSupportedException("Images are not read."),
            };
            if (tooLarge)
            {
                throw budget.Exceed(budget.TooLarge());
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            return output.Length <= limit ? output : throw budget.Exceed(budget.TooLarge());
        }

        private static bool InflatesBeyond(Memory<byte> input, int limit)
        {
            // Past the two bytes of zlib's header (RFC 1950, section 2.2).
            using var inflated = new DeflateStream(new MemoryStream(input[Math.Min(2, input.Length)..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            var total = 0L;
            try
            {
                int read;
                while (total <= limit && (read = inflated.Read(buffer)) > 0)
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                // What comes before the damage is all there is.
            }

            return total > limit;
        }

        private void CheckParameters(DictionaryToken dictionary)
        {
            foreach (var name in Parameters)
            {
                if (!dictionary.TryGet(name, out var token))
                {
                    continue;
                }

                foreach (var parameters in (token as ArrayToken)?.Data.OfType<DictionaryToken>() ?? [token as DictionaryToken ?? DictionaryToken.Empty])
                {
                    if (IsBeyond(parameters, Columns, MaxColumns) || IsBeyond(parameters, Colors, limit: 32))
                    {
                        throw budget.Exceed("The PDF is damaged: a stream of it claims rows of impossible length.");
                    }
                }
            }
        }

        private static bool IsBeyond(DictionaryToken parameters, NameToken name, int limit) =>
            parameters.TryGet(name, out var token) && token is NumericToken number && (number.Double > limit || number.Double < 0);
    }
}
