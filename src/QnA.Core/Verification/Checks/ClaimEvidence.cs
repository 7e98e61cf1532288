using QnA.Core.Articles;
using QnA.Text.Numbers;
using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>A claim and everything that it is checked against.</summary>
internal sealed class ClaimEvidence
{
    private readonly IReadOnlyList<Article> _articles;
    private readonly Lazy<List<Word>> _articleWords;

    /// <summary>Reads a claim, its quotes and the question.</summary>
    public ClaimEvidence(string claim, IReadOnlyList<VerifiedQuote> quotes, string question)
    {
        Claim = CheckedText.Of(claim);
        Quotes = [.. quotes.Select(q => CheckedText.Of(q.Quote.Text, q.Article.TextLanguage))];
        Question = CheckedText.Of(question);
        _articles = [.. quotes.Select(q => q.Article).Distinct()];
        _articleWords = new Lazy<List<Word>>(() => [.. _articles.SelectMany(a => WordReader.Read(a.Text.Value))]);
        Language = Claim.Language ?? Quotes.Select(q => q.Language).FirstOrDefault(l => l is not null) ?? LanguageProfiles.English;
        IsOtherLanguage = SharesNoLanguage();
    }

    /// <summary>Gets the claim.</summary>
    public CheckedText Claim { get; }

    /// <summary>Gets its quotes.</summary>
    public IReadOnlyList<CheckedText> Quotes { get; }

    /// <summary>Gets the question.</summary>
    public CheckedText Question { get; }

    /// <summary>Gets the language whose small words the claim is read with.</summary>
    public LanguageProfile Language { get; }

    /// <summary>Gets whether the claim is in another language than all its quotes, so that their words cannot be compared.</summary>
    public bool IsOtherLanguage { get; }

    /// <summary>Gets the days on which the articles of the quotes were published; a citation shows them.</summary>
    public IEnumerable<DateMention> Published =>
        _articles.Select(article => article.Published).OfType<PublicationDate>().Select(DayOf);

    /// <summary>Tells whether a quote has a word, but for its ending.</summary>
    public bool QuotesHaveStem(string folded) => Quotes.Any(q => q.HasStem(folded));

    /// <summary>Tells whether a quote has a name.</summary>
    public bool QuotesHaveName(string folded) => Quotes.Any(q => q.HasName(folded));

    /// <summary>Tells whether the articles of the quotes have a name anywhere, their titles included.</summary>
    public bool ArticlesHaveName(string folded) =>
        WordsLike(folded).Any() || _articles.Any(a => WordReader.Read(a.Title).Exists(word => WordMatch.SameName(word.Folded, folded)));

    /// <summary>Tells whether the articles of the quotes write a word with a small letter anywhere, so that it is no name.</summary>
    public bool ArticlesHaveUncapitalized(string folded) => WordsLike(folded).Any(word => !word.IsCapitalized);

    /// <summary>Tells whether the articles of the quotes write a word with a capital inside a sentence, so that it is a name.</summary>
    public bool ArticlesHaveCapitalized(string folded) => WordsLike(folded).Any(word => word.IsCapitalized && !word.StartsSentence);

    private IEnumerable<Word> WordsLike(string folded) => _articleWords.Value.Where(word => WordMatch.SameName(word.Folded, folded));

    private static DateMention DayOf(PublicationDate date)
    {
        var precision = date.ToString().Length;
        return new DateMention(precision >= 10 ? date.Start.Day : null, precision >= 7 ? date.Start.Month : null, date.Start.Year, 0, 0);
    }

    private bool SharesNoLanguage()
    {
        var scripts = ScriptsOf(Claim);
        if (scripts.Count > 0 && !Quotes.Any(quote => ScriptsOf(quote).Overlaps(scripts)))
        {
            return true;
        }

        return Claim.Language is { } language && Quotes.All(quote => quote.Language is { } other && other != language);
    }

    private static HashSet<CoarseScript> ScriptsOf(CheckedText text) =>
        [.. text.Words.Where(word => !word.HasDigit).Select(word => CoarseScripts.Of(word.Folded[0])).Where(script => script != CoarseScript.Other)];
}
