using System.Globalization;
using System.Text;
using QnA.Core.Answers;

namespace QnA.Bot.Replies;

/// <summary>Writes an answer as Markdown: its sentences with their numbers, then every quote in full with a link to its article.</summary>
internal sealed class MarkdownAnswer(ArticleLinks links)
{
    private const string QuotePrefix = "> ";

    public string Write(Answer answer) => answer.Status switch
    {
        AnswerStatus.NotFound => WriteNotFound(answer),
        AnswerStatus.Error => MarkdownText.Escape(answer.Text),
        _ => WriteAnswered(answer),
    };

    /// <summary>Writes sentences with their numbers, as the answer that they become begins.</summary>
    public static string WriteClaims(IReadOnlyCollection<Claim> claims) => Join([.. OpeningOf(claims), .. claims.Select(WriteClaim)]);

    /// <summary>Writes the sentences of an answer and its sources, for where the quotes are shown beside it.</summary>
    public string WriteWithoutQuotes(Answer answer) => Join([WriteClaims(answer.Claims), .. ClosingOf(answer), .. answer.Citations.Select(NumberedSourceOf)]);

    /// <summary>Writes a quote in full with its source.</summary>
    public string WriteQuote(Citation citation) => Join([QuoteOf(citation), NumberedSourceOf(citation)]);

    private string WriteAnswered(Answer answer)
    {
        List<string> parts = [WriteClaims(answer.Claims), .. ClosingOf(answer)];
        var shown = answer.Claims.Where(c => c.IsQuote).Select(c => c.Citations[0].Number).ToHashSet();
        foreach (var citation in answer.Citations)
        {
            if (!shown.Contains(citation.Number))
            {
                parts.Add(QuoteOf(citation));
            }

            parts.Add(NumberedSourceOf(citation));
        }

        return Join(parts);
    }

    // Known with the first sentence, since nothing that a stream has shown is taken back.
    private static string[] OpeningOf(IReadOnlyCollection<Claim> claims) =>
        claims.FirstOrDefault() is { Side: not null } ? ["The articles do not agree. Each is shown with its date:"] : [];

    // Sentences of a model turn out to contradict only when the last is there.
    private static string[] ClosingOf(Answer answer) =>
        answer is { Status: AnswerStatus.Conflict, Claims: [{ Side: null }, ..] } ? ["The articles do not agree: compare the quotes and their dates."] : [];

    private string WriteNotFound(Answer answer)
    {
        var why = answer.Why;
        List<string> parts = [];

        // The others were not looked for, so "not found" would be wrong.
        if (why is null or { Kind: NotFoundKind.NoMatch or NotFoundKind.NotCloseEnough or NotFoundKind.NotVerified })
        {
            parts.Add(MarkdownText.Escape(answer.Text));
        }

        if (why is not null)
        {
            parts.Add(MarkdownText.Escape(why.Message));
            if (why.Nearest.Count > 0)
            {
                parts.Add(why.Nearest.Count == 1 ? "The nearest passage, which is no answer:" : "The nearest passages, which are no answer:");
                parts.AddRange(why.Nearest.SelectMany(c => (string[])[QuoteOf(c), SourceOf(c)]));
            }
        }

        return Join(parts);
    }

    private string NumberedSourceOf(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {SourceOf(citation)}");

    private string SourceOf(Citation citation)
    {
        var source = new StringBuilder(MarkdownText.Link(citation.Title, links.LinkTo(citation)));
        if (citation.Page is { } page)
        {
            source.Append(CultureInfo.InvariantCulture, $", page {page}");
        }

        if (citation.Published is { } published)
        {
            source.Append(CultureInfo.InvariantCulture, $", {published.ToDisplayString(CultureInfo.InvariantCulture)}");
        }

        source.Append(AlsoInText.Of(citation, copy => MarkdownText.Link(copy.Title, links.LinkTo(copy))));
        return source.ToString();
    }

    // A sentence that is its quote is shown once, as the quote.
    private static string WriteClaim(Claim claim)
    {
        var prefix = claim.IsQuote ? QuotePrefix : "";
        var correction = claim.Side is { IsCorrection: true } ? " (a correction)" : "";
        return $"{prefix}{MarkdownText.Escape(claim.Text, prefix)} {NumbersOf(claim)}{correction}";
    }

    private static string QuoteOf(Citation citation) => QuotePrefix + MarkdownText.Escape(citation.Quote.Text, QuotePrefix);

    private static string NumbersOf(Claim claim) =>
        string.Concat(claim.Citations.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Number}]")));

    private static string Join(IEnumerable<string> parts) => string.Join("\n\n", parts);
}
