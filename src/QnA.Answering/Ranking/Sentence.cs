using System.Runtime.InteropServices;
using QnA.Answering.Analysis;
using QnA.Answering.Retrieval;
using QnA.Text;

namespace QnA.Answering.Ranking;

/// <summary>A sentence that may answer a question, with what was seen in it.</summary>
/// <remarks>Filled by <see cref="SentenceReader"/>, linked by <see cref="SentenceTable"/>, then only read.</remarks>
internal sealed class Sentence(CandidateArticle article, TextSpan span)
{
    /// <summary>Gets the article.</summary>
    public CandidateArticle Article { get; } = article;

    /// <summary>Gets where it stands.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Gets or sets the best passage that holds it; <see langword="null"/> where it only surrounds one.</summary>
    public CandidatePassage? Passage { get; set; }

    /// <summary>Gets or sets the place of <see cref="Passage"/> in the ranking, from 0.</summary>
    public int PassageRank { get; set; } = -1;

    /// <summary>Gets or sets the sentence before and after it, in the same section; <see langword="null"/> where unknown.</summary>
    public Sentence? Previous { get; set; }

    /// <inheritdoc cref="Previous"/>
    public Sentence? Next { get; set; }

    /// <summary>Gets or sets whether a line starts with it.</summary>
    public bool StartsLine { get; set; }

    /// <summary>Gets or sets the question's terms that it has: bit t for term t.</summary>
    public ulong Terms { get; set; }

    /// <summary>Gets the places of the question's terms in it.</summary>
    public List<TermPlace> Places { get; } = [];

    /// <summary>Gets for each term of the question how alike the most alike word is, 0 to 1; empty where not computed.</summary>
    public float[] Likeness { get; set; } = [];

    /// <summary>Gets or sets how many words it has.</summary>
    public int Words { get; set; }

    /// <summary>Gets or sets which cues its words that are not in the question have.</summary>
    public WordCues NewCues { get; set; }

    /// <summary>Gets or sets the cues of all its words.</summary>
    public WordCues Cues { get; set; }

    /// <summary>Gets or sets the cues of its first word.</summary>
    public WordCues FirstCues { get; set; }

    /// <summary>Gets or sets how many numbers it has that the question has not.</summary>
    public int NewNumbers { get; set; }

    /// <summary>Gets or sets how many words it has that are written like names, inside it, and are not in the question.</summary>
    public int NewNames { get; set; }

    /// <summary>Gets or sets whether two or more such words stand together.</summary>
    public bool HasLongName { get; set; }

    /// <summary>Gets or sets the fewest words between a new number and a content term; <see cref="int.MaxValue"/> where there are none.</summary>
    public int NumberDistance { get; set; } = int.MaxValue;

    /// <summary>Gets or sets the fewest words between a new name and a content term.</summary>
    public int NameDistance { get; set; } = int.MaxValue;

    /// <summary>Gets or sets whether a form of "to be" follows a content term at once.</summary>
    public bool DefinesTerm { get; set; }

    /// <summary>Gets or sets how many of the question's character n-grams it has.</summary>
    public int Grams { get; set; }

    /// <summary>Gets or sets how many character n-grams it has itself.</summary>
    public int OwnGrams { get; set; }
}

/// <summary>A term of the question at a place of a sentence.</summary>
/// <param name="Term">The term's index.</param>
/// <param name="Position">Its place, in words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermPlace(int Term, int Position);
