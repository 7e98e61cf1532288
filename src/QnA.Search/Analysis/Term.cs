using System.Runtime.InteropServices;

namespace QnA.Search.Analysis;

/// <summary>A search term and the characters that it was made of.</summary>
/// <param name="Text">The folded, stemmed term.</param>
/// <param name="Start">Where its characters start, in UTF-16 code units of the analysed text.</param>
/// <param name="End">Where they end, exclusive.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(string Text, int Start, int End);
