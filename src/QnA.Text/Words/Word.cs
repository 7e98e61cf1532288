namespace QnA.Text.Words;

/// <summary>One word of a text, ready to be compared.</summary>
/// <param name="Folded">The word in lower case, without accents and without a possessive ending.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is in the text.</param>
/// <param name="IsCapitalized">Whether it starts with a capital letter.</param>
/// <param name="StartsSentence">Whether it is the first word, or follows the end of a sentence, an opening quotation mark or a colon.</param>
internal readonly record struct Word(string Folded, int Start, int Length, bool IsCapitalized, bool StartsSentence)
{
    /// <summary>Gets the position after the word.</summary>
    public int End => Start + Length;

    /// <summary>Gets whether the word mixes letters and digits, as the name of a thing does: <c>A380</c>.</summary>
    public bool HasDigit => Folded.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Gets whether the word is a piece of a script without spaces, where words cannot be told apart.</summary>
    public bool IsUnspaced => CoarseScripts.IsUnspaced(Folded[0]);
}
