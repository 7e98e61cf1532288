using System.Globalization;
using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace QnA.Sources.Files.Text;

/// <summary>Turns the bytes of a text file into text.</summary>
/// <remarks>
/// A byte order mark decides; else UTF-8 where the bytes are valid UTF-8; else UTF-16 where the zero bytes say so; else what the
/// detector finds. Nothing is guessed at inside a text: bytes that the encoding does not know are an error, not a replacement character.
/// The mark is not text, and line ends become <c>\n</c>.
/// </remarks>
internal static class TextDecoder
{
    /// <summary>Windows-1252, which holds all that is printable of Latin-1, and what the detector is least sure of.</summary>
    private const int Windows1252 = 1252;

    /// <summary>How much the detector looks at; its guess hardly changes after a few kilobytes.</summary>
    private const int DetectorBytes = 256 * 1024;

    /// <summary>Under this the detector has guessed: it gives .5 to text that it only could not rule out.</summary>
    private const float DetectorConfidence = 0.5f;

    /// <summary>Text has next to none; bytes at random have one in ten.</summary>
    private const double MostControlCharacters = 0.05;

    /// <summary>The least share of units whose high byte is zero in UTF-16; spaces and line ends alone reach it in every script that has them.</summary>
    private const double LeastZeroBytes = 0.05;

    /// <summary>The least share of units that lie in the two commonest blocks of 256; punctuation such as dashes and quotes makes the rest.</summary>
    private const double LeastOfTwoBlocks = 0.8;

    // In this order: the mark of UTF-16 LE begins the one of UTF-32 LE.
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>Decodes a file.</summary>
    /// <exception cref="ArticleFormatException">The file is not text, or not in the encoding that its mark names.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        return Check(DecodeMarked(bytes) ?? DecodeUnmarked(bytes));
    }

    /// <summary>Checks that what was decoded is text, and makes its line ends <c>\n</c>.</summary>
    /// <exception cref="ArticleFormatException">It is not text.</exception>
    public static string Check(string text)
    {
        if (IsBinary(text))
        {
            throw new ArticleFormatException("The file is not text: it holds zero bytes or control characters. Remove it, or give the text of it.");
        }

        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Marked)
        {
            if (!bytes.StartsWith(encoding.Preamble))
            {
                continue;
            }

            return TryDecode(encoding, bytes[encoding.Preamble.Length..]) ?? throw new ArticleFormatException(
                $"The file begins with the byte order mark of {encoding.WebName}, but is not valid {encoding.WebName}. Save it as UTF-8.");
        }

        return null;
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        if (DecodeUtf16(bytes) is { } utf16)
        {
            return utf16;
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var sample = bytes[..Math.Min(bytes.Length, DetectorBytes)];
        var detected = sample.Contains((byte)0) ? null : CharsetDetector.DetectFromBytes(sample).Detected;
        var encoding = detected is { Confidence: >= DetectorConfidence } ? Find(detected) : null;
        return (encoding is null ? null : TryDecode(encoding, bytes))
            ?? TryDecode(Strict(Windows1252), bytes)
            ?? throw new ArticleFormatException("The encoding of the file was not recognised. Save it as UTF-8.");
    }

    /// <summary>
    /// Decodes UTF-16 without a mark. Zero bytes stand at even or at odd places only, and are the high bytes of spaces and Latin letters;
    /// the other high bytes are nearly all that of one more alphabet. (Chinese has too many for that, and needs a mark.)
    /// </summary>
    private static string? DecodeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0 || !bytes.Contains((byte)0))
        {
            return null;
        }

        Span<int> even = stackalloc int[256];
        Span<int> odd = stackalloc int[256];
        even.Clear();
        odd.Clear();
        for (var i = 0; i < bytes.Length; i += 2)
        {
            even[bytes[i]]++;
            odd[bytes[i + 1]]++;
        }

        var littleEndian = even[0] == 0;
        return (even[0] == 0) != (odd[0] == 0) && LooksLikeHighBytes(littleEndian ? odd : even, bytes.Length / 2)
            ? TryDecode(new UnicodeEncoding(!littleEndian, byteOrderMark: false, throwOnInvalidBytes: true), bytes)
            : null;
    }

    private static bool LooksLikeHighBytes(ReadOnlySpan<int> counts, int units)
    {
        var mostFrequent = 0;
        foreach (var count in counts[1..])
        {
            mostFrequent = Math.Max(mostFrequent, count);
        }

        return counts[0] >= LeastZeroBytes * units && counts[0] + mostFrequent >= LeastOfTwoBlocks * units;
    }

    private static Encoding? Find(DetectionDetail detected)
    {
        // The provider is asked itself: to register it would change Encoding.GetEncoding for the whole process.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(detected.EncodingName) ?? detected.Encoding;
        return encoding is null or { CodePage: 28591 or 20127 } ? Strict(Windows1252) : Strict(encoding.CodePage);
    }

    private static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsBinary(ReadOnlySpan<char> text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            if (character == '\0')
            {
                return true;
            }

            controls += char.GetUnicodeCategory(character) == UnicodeCategory.Control && !char.IsWhiteSpace(character) ? 1 : 0;
        }

        return controls > text.Length * MostControlCharacters;
    }
}
