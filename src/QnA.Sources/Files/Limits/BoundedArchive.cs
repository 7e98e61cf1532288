using System.Globalization;
using System.IO.Compression;

namespace QnA.Sources.Files.Limits;

/// <summary>The parts of a zip archive that nobody vouches for, each unpacked within a budget.</summary>
internal sealed class BoundedArchive : IDisposable
{
    /// <summary>A document with more parts is none that people made.</summary>
    private const int MaxEntries = 20_000;

    /// <summary>
    /// How many times its packed size a part may have. XML of tables that repeat reaches 100; deflate can do 1,032 (zlib, "Technical
    /// Details"), and bombs do.
    /// </summary>
    private const int MaxRatio = 250;

    /// <summary>Under this size no ratio is suspicious.</summary>
    private const int SmallPart = 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly DocumentBudget _budget;

    private BoundedArchive(ZipArchive archive, DocumentBudget budget)
    {
        _archive = archive;
        _budget = budget;
    }

    /// <summary>Gets the names of the parts.</summary>
    public IEnumerable<string> Names => _archive.Entries.Select(entry => entry.FullName);

    /// <summary>Opens an archive.</summary>
    /// <exception cref="ArticleFormatException">It is damaged or has too many parts.</exception>
    public static BoundedArchive Open(byte[] bytes, DocumentBudget budget)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count <= MaxEntries
                ? new BoundedArchive(archive, budget)
                : throw budget.Exceed(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The document has {archive.Entries.Count:N0} parts; at most {MaxEntries:N0} are read. It may be a decompression bomb."));
        }
        catch (Exception e)
        {
            archive?.Dispose();
            throw e is ArticleFormatException ? e : Damaged(e);
        }
    }

    /// <summary>Unpacks a part.</summary>
    /// <param name="name">Its name; also found when it differs in case.</param>
    /// <returns><see langword="null"/> where there is no such part.</returns>
    /// <exception cref="ArticleFormatException">It is damaged, encrypted, or unpacks to too much.</exception>
    public byte[]? Read(string name)
    {
        var entry = _archive.GetEntry(name)
            ?? _archive.Entries.FirstOrDefault(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw new ArticleFormatException("The document is protected with a password. Save a copy without one.");
        }

        try
        {
            return Unpack(entry);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException or ArgumentException)
        {
            throw Damaged(e);
        }
    }

    public void Dispose() => _archive.Dispose();

    private static ArticleFormatException Damaged(Exception e) =>
        new($"The document is damaged: its archive cannot be unpacked ({e.Message}). Open it in its program and save it anew.", e);

    private byte[] Unpack(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            // What was unpacked is counted, not what the archive says of itself.
            _budget.Expand(read);
            unpacked.Write(buffer, 0, read);
            if (unpacked.Length > SmallPart && unpacked.Length / MaxRatio > entry.CompressedLength)
            {
                throw _budget.Exceed(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The document's part {entry.FullName} unpacks to more than {MaxRatio} times its size: it looks like a decompression bomb, and is not read."));
            }
        }

        return unpacked.ToArray();
    }
}
