using System.Globalization;
using System.Text;

namespace QnA.Bot.Web.Uploads;

/// <summary>Makes of the name that a stranger gave a file one that is safe in the folder of added articles, on every system.</summary>
internal static class UploadName
{
    /// <summary>The longest name, in UTF-16 code units: with any letters it stays under the 255 bytes that file systems allow.</summary>
    public const int MaxLength = 80;

    private const string Unsafe = "<>:\"/\\|?*";

    // Names of devices on Windows, whatever extension they have.
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(i => (string[])[$"COM{i}", $"LPT{i}"])], StringComparer.OrdinalIgnoreCase);

    /// <summary>Cleans a name.</summary>
    /// <param name="name">What the browser said; only what follows the last slash counts.</param>
    /// <returns>A name with an extension and without any path; <see langword="null"/> where there is no extension.</returns>
    public static string? Clean(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var builder = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isUnsafe = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || (rune.IsBmp && Unsafe.Contains((char)rune.Value, StringComparison.Ordinal));
            builder.Append(isUnsafe ? "-" : rune.ToString());
        }

        // A name that begins with a dot is hidden, and one that ends with a dot is another on Windows.
        var clean = builder.ToString().Normalize(NormalizationForm.FormC).Trim('.', ' ');
        var extension = Path.GetExtension(clean);
        if (extension.Length < 2 || extension.Length > MaxLength / 2)
        {
            return null;
        }

        var stem = clean[..^extension.Length].Trim('.', ' ');
        stem = stem.Length == 0 ? "article" : Devices.Contains(stem.Split('.')[0].Trim()) ? $"_{stem}" : stem;
        return Shorten(stem, MaxLength - extension.Length) + extension.ToLowerInvariant();
    }

    private static string Shorten(string stem, int length) =>
        stem.Length <= length ? stem : stem[..(char.IsHighSurrogate(stem[length - 1]) ? length - 1 : length)].TrimEnd('.', ' ');
}
