using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Core.Verification;

namespace QnA.Core.Answers;

/// <summary>The last step of a question's path: numbers the quotes of one answer in the order of first use and joins its sentences.</summary>
/// <remarks>For one answer and one thread.</remarks>
internal sealed class AnswerComposer
{
    private readonly Dictionary<Quote, Citation> _citations = [];
    private readonly List<Claim> _claims = [];
    private readonly List<RankedSentence> _quoted = [];

    /// <summary>Gets or sets what is known of copies of the articles that are quoted.</summary>
    public ArticleCopies Copies { get; set; } = ArticleCopies.None;

    /// <summary>Gets the sentences so far.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>Gets the citations so far, in the order of their numbers.</summary>
    public IReadOnlyList<Citation> Citations => [.. _citations.Values.OrderBy(c => c.Number)];

    /// <summary>Gets the quotes so far as sentences of their articles, in the order of their numbers.</summary>
    public IReadOnlyList<RankedSentence> Quoted => _quoted;

    /// <summary>Gets the text so far: one sentence a paragraph, each followed by its numbers.</summary>
    public string Text => string.Join("\n\n", _claims);

    /// <summary>Adds a sentence and numbers its quotes.</summary>
    public Claim Add(VerifiedClaim verified)
    {
        var claim = new Claim(verified.Text, [.. verified.Quotes.Select(CitationOf)]) { Side = verified.Side };
        _claims.Add(claim);
        return claim;
    }

    private Citation CitationOf(VerifiedQuote verified)
    {
        if (!_citations.TryGetValue(verified.Quote, out var citation))
        {
            citation = Citation.Of(_citations.Count + 1, verified.Quote, verified.Article, Copies);
            _citations.Add(verified.Quote, citation);
            _quoted.Add(new RankedSentence(verified.Article, verified.Quote.Span, Score: 0));
        }

        return citation;
    }
}
