using System.Text;

namespace QnA.Sources.Files.Limits;

/// <summary>What the bytes of a file look like.</summary>
internal enum ContentKind
{
    /// <summary>Nothing that is recognised: taken for text.</summary>
    Text,

    /// <summary>A page of HTML.</summary>
    Html,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A Word document (Office Open XML).</summary>
    Docx,

    /// <summary>A book in EPUB.</summary>
    Epub,

    /// <summary>An Excel or PowerPoint file.</summary>
    OtherOffice,

    /// <summary>A Word, Excel or PowerPoint file that needs a password.</summary>
    EncryptedOffice,

    /// <summary>A file of Word, Excel or PowerPoint before 2007.</summary>
    OldOffice,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>Some other zip archive.</summary>
    Zip,
}

/// <summary>Finds out what a file is by its bytes, whatever its name says.</summary>
internal static class ContentKinds
{
    /// <summary>How far into a file the mark of a PDF may stand (Adobe's implementation note 13 to PDF 1.7, appendix H).</summary>
    private const int PdfMarkWithin = 1024;

    /// <summary>Checks that a file is what its name says.</summary>
    /// <exception cref="ArticleFormatException">It is something else; the message says what, and what to do.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, ContentKind expected, string extension)
    {
        var found = Detect(bytes);
        var isText = expected is ContentKind.Text or ContentKind.Html;
        if (found == expected || (isText && found is ContentKind.Text or ContentKind.Html))
        {
            return;
        }

        throw new ArticleFormatException(found switch
        {
            ContentKind.EncryptedOffice => "The document is protected with a password. Save a copy without one.",
            ContentKind.Text => $"The file is named {extension}, but its contents are not {Name(expected)}: it is damaged, or something else. Check it.",
            ContentKind.Pdf or ContentKind.Docx or ContentKind.Epub or ContentKind.Html =>
                $"The file is named {extension}, but its contents are {Name(found)}. Rename it to end in {ExtensionOf(found)}.",
            ContentKind.Zip when expected is ContentKind.Docx or ContentKind.Epub =>
                $"The file is named {extension}, but it is a zip archive without the parts of {Name(expected)}: it is damaged, or something else. Check it.",
            _ => $"The file is named {extension}, but its contents are {Name(found)}, which cannot be read. {Advice(found)}",
        });
    }

    /// <summary>Finds out what a file is.</summary>
    public static ContentKind Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return DetectArchive(bytes);
        }

        // [MS-CFB], section 2.2: the signature of a compound file.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            // [MS-OFFCRYPTO], section 2.3.4.4: an encrypted package is a stream of this name.
            return Contains(bytes, Encoding.Unicode.GetBytes("EncryptedPackage")) ? ContentKind.EncryptedOffice : ContentKind.OldOffice;
        }

        if (bytes.StartsWith(@"{\rtf"u8))
        {
            return ContentKind.Rtf;
        }

        if (Contains(bytes[..Math.Min(bytes.Length, PdfMarkWithin)], "%PDF-"u8))
        {
            return ContentKind.Pdf;
        }

        return LooksLikeHtml(bytes) ? ContentKind.Html : ContentKind.Text;
    }

    private static ContentKind DetectArchive(ReadOnlySpan<byte> bytes)
    {
        // Names stand unpacked in an archive. An EPUB's first entry is its type, not compressed (EPUB 3.3, section 4.2.2).
        if (Contains(bytes[..Math.Min(bytes.Length, 256)], "mimetypeapplication/epub+zip"u8) || Contains(bytes, "META-INF/container.xml"u8))
        {
            return ContentKind.Epub;
        }

        if (Contains(bytes, "word/document"u8) || Contains(bytes, "word/"u8))
        {
            return ContentKind.Docx;
        }

        return Contains(bytes, "xl/workbook"u8) || Contains(bytes, "ppt/presentation"u8) ? ContentKind.OtherOffice : ContentKind.Zip;
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) => bytes.IndexOf(mark) >= 0;

    private static string ExtensionOf(ContentKind kind) => kind switch
    {
        ContentKind.Pdf => ".pdf",
        ContentKind.Docx => ".docx",
        ContentKind.Epub => ".epub",
        _ => ".html",
    };

    private static string Name(ContentKind kind) => kind switch
    {
        ContentKind.Pdf => "a PDF",
        ContentKind.Docx => "a Word document",
        ContentKind.Epub => "an EPUB book",
        ContentKind.Html => "a web page",
        ContentKind.OtherOffice => "an Excel or PowerPoint file",
        ContentKind.OldOffice => "a file of Word, Excel or PowerPoint before 2007",
        ContentKind.Rtf => "Rich Text Format",
        ContentKind.Zip => "a zip archive",
        _ => "text",
    };

    private static string Advice(ContentKind kind) => kind switch
    {
        ContentKind.OldOffice or ContentKind.Rtf => "Open it in a word processor and save it as .docx.",
        ContentKind.OtherOffice => "Save it as a PDF.",
        _ => "Unpack it.",
    };
}
