using System.IO.Compression;
using System.Text;

namespace QnA.Documents;

/// <summary>Makes zip archives, and books of them.</summary>
internal static class ArchiveFiles
{
    /// <summary>Makes an archive of parts.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var isType = name == "mimetype";
                var entry = archive.CreateEntry(name, isType ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>Makes a book of chapters, each the inside of a body.</summary>
    public static byte[] Epub(params string[] chapters) => Epub("", [], chapters);

    /// <summary>Makes a book of chapters, with metadata and more parts.</summary>
    public static byte[] Epub(string metadata, (string Name, byte[] Content)[] more, params string[] chapters)
    {
        var items = string.Concat(chapters.Select((_, i) => $"<item id='c{i}' href='text/chapter%20{i}.xhtml' media-type='application/xhtml+xml'/>"));
        var spine = string.Concat(chapters.Select((_, i) => $"<itemref idref='c{i}'/>"));
        return Zip(
        [
            ("mimetype", "application/epub+zip"u8.ToArray()),
            ("META-INF/container.xml", """
                <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
                """u8.ToArray()),
            ("OEBPS/content.opf", Encoding.UTF8.GetBytes($"""
                <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                {metadata}</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{items}</manifest>
                <spine><itemref idref="nav"/>{spine}</spine></package>
                """)),
            ("OEBPS/nav.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><nav>Contents</nav></body></html>"u8.ToArray()),
            .. chapters.Select((chapter, i) => ($"OEBPS/text/chapter {i}.xhtml", Encoding.UTF8.GetBytes(
                $"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>{chapter}</body></html>"))),
            .. more,
        ]);
    }
}
