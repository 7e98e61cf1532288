using System.Collections.Frozen;

namespace QnA.Text.Words;

/// <summary>Reads the word lists that are part of an assembly.</summary>
internal static class WordList
{
    /// <summary>Reads a list as sections of lines, without comments and blank lines.</summary>
    /// <param name="beside">A type; the list lies in the folder that its namespace names.</param>
    /// <param name="name">The file's name.</param>
    public static FrozenDictionary<string, List<string>> Read(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(beside, name)
            ?? throw new InvalidOperationException($"The assembly {beside.Assembly.GetName().Name} has no word list '{name}'.");
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
