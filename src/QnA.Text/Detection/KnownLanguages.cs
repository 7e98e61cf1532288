using System.Collections.Frozen;

namespace QnA.Text.Detection;

/// <summary>The languages that have an analysis of their own, and the scripts that they are written in.</summary>
internal static class KnownLanguages
{
    private static readonly FrozenDictionary<string, Script> Scripts = new (Script Script, string Codes)[]
    {
        (Script.Latin, "ca cs da de en es et eu fi fr ga gl hr hu id it lt lv nl no pl pt ro sk sl sq sv sw tr vi"),
        (Script.Greek, "el"),
        (Script.Cyrillic, "be bg ru sr uk"),
        (Script.Armenian, "hy"),
        (Script.Hebrew, "he"),
        (Script.Arabic, "ar ckb fa ur"),
        (Script.Devanagari, "hi mr ne"),
        (Script.Bengali, "bn"),
        (Script.Gurmukhi, "pa"),
        (Script.Gujarati, "gu"),
        (Script.Odia, "or"),
        (Script.Tamil, "ta"),
        (Script.Telugu, "te"),
        (Script.Kannada, "kn"),
        (Script.Malayalam, "ml"),
        (Script.Thai, "th"),
        (Script.Lao, "lo"),
        (Script.Burmese, "my"),
        (Script.Khmer, "km"),
        (Script.Hangul, "ko"),
        (Script.Kana, "ja"),
        (Script.Han, "zh"),
    }.SelectMany(row => row.Codes.Split(' ').Select(code => (code, row.Script))).ToFrozenDictionary(pair => pair.code, pair => pair.Script, StringComparer.Ordinal);

    /// <summary>Gets their codes (ISO 639), in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Scripts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Tells the script of a language; <see langword="null"/> where it is not among these.</summary>
    public static Script? ScriptOf(string code) => Scripts.TryGetValue(code, out var script) ? script : null;
}
