using System.Runtime.InteropServices;

namespace QnA.Text.Likeness;

/// <summary>What a word is to the sketch of a text; of the word alone, whatever the language of the text is.</summary>
/// <param name="Hash">See <see cref="WordHash.Of"/>.</param>
/// <param name="IsNumber">Whether it has a digit.</param>
/// <param name="IsName">Whether it begins with a capital letter and has no digit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SketchedWord(ulong Hash, bool IsNumber, bool IsName)
{
    /// <summary>Makes it of a word as it is written.</summary>
    public static SketchedWord Of(ReadOnlySpan<char> word)
    {
        var isNumber = word.ContainsAnyInRange('0', '9');
        return new SketchedWord(WordHash.Of(word), isNumber, !isNumber && char.IsUpper(word[0]));
    }
}
