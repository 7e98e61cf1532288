using System.Diagnostics.CodeAnalysis;

namespace QnA.Sources.Files;

/// <summary>The readers, by the extensions of their files.</summary>
internal sealed class ArticleFileReaders
{
    private readonly Dictionary<string, IArticleFileReader> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    public ArticleFileReaders(IEnumerable<IArticleFileReader> readers)
    {
        ArgumentNullException.ThrowIfNull(readers);
        foreach (var reader in readers)
        {
            foreach (var extension in reader.Extensions)
            {
                Add(extension, reader);
            }
        }

        Extensions = [.. _byExtension.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Gets every extension, in ordinal order.</summary>
    public IReadOnlyList<string> Extensions { get; }

    public bool TryGet(string path, [NotNullWhen(true)] out IArticleFileReader? reader) =>
        _byExtension.TryGetValue(Path.GetExtension(path), out reader);

    private void Add(string extension, IArticleFileReader reader)
    {
        if (extension is not ['.', _, ..])
        {
            throw new ArgumentException($"{reader.GetType().Name} names the extension '{extension}', which does not begin with a dot.", nameof(reader));
        }

        if (!_byExtension.TryAdd(extension, reader))
        {
            throw new ArgumentException(
                $"{reader.GetType().Name} and {_byExtension[extension].GetType().Name} both want files of the extension '{extension}'. Register one of them.",
                nameof(reader));
        }
    }
}
