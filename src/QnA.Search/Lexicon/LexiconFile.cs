using System.Collections.Frozen;

namespace QnA.Search.Lexicon;

/// <summary>Reads the word lists that are part of this assembly.</summary>
internal static class LexiconFile
{
    /// <summary>Reads a list as sections of lines, without comments and blank lines.</summary>
    /// <param name="name">The file's name.</param>
    public static FrozenDictionary<string, List<string>> Read(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream("QnA.Search.Lexicon." + name)
            ?? throw new InvalidOperationException($"The assembly has no word list '{name}'.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line is ['[', .. var section, ']'])
            {
                sections[section] = lines = [];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return sections.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
