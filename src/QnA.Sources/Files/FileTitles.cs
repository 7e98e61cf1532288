using System.Globalization;
using System.Text;

namespace QnA.Sources.Files;

/// <summary>Makes a title of a file's name where the article has none.</summary>
internal static class FileTitles
{
    /// <summary>Makes a title: <c>city_council-budget.md</c> is <c>City council budget</c>; hyphens between digits stay.</summary>
    public static string FromPath(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var words = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var separates = name[i] is '_' || (name[i] is '-' && !IsBetweenDigits(name, i));
            words.Append(separates ? ' ' : name[i]);
        }

        return ArticleFields.OneLine(words.ToString()) is { } title
            ? char.ToUpper(title[0], CultureInfo.InvariantCulture) + title[1..]
            : name;
    }

    private static bool IsBetweenDigits(string name, int i) =>
        i > 0 && i + 1 < name.Length && char.IsAsciiDigit(name[i - 1]) && char.IsAsciiDigit(name[i + 1]);
}
