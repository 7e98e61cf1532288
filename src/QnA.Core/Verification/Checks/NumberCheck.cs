using QnA.Text.Numbers;

namespace QnA.Core.Verification.Checks;

/// <summary>Every number and date of a claim must be in its quotes, by value and with what it counts.</summary>
/// <remarks>
/// A number that only the question has is let through where the quotes have no number of its kind: otherwise a question with a wrong
/// number would get a yes.
/// </remarks>
internal sealed class NumberCheck : IClaimCheck
{
    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        if (evidence.Claim.Dates.Any(date => !IsSaid(date, evidence)))
        {
            return RefusalReason.DateNotInQuotes;
        }

        return evidence.Claim.Quantities.All(quantity => IsSaid(quantity, evidence)) ? null : RefusalReason.NumberNotInQuotes;
    }

    private static bool IsSaid(DateMention date, ClaimEvidence evidence)
    {
        // The second reading of a date in figures has the same place; one of the readings is enough.
        var readings = evidence.Claim.Dates.Where(d => d.Start == date.Start).ToList();
        bool In(IEnumerable<DateMention> dates) => readings.Exists(reading => dates.Any(reading.IsSaidBy));
        if (evidence.Quotes.Any(quote => In(quote.Dates)) || In(evidence.Published))
        {
            return true;
        }

        // A month alone may be a name ("April"), which a quote can have at the start of a sentence.
        if (date is { Day: null, Year: null }
            && evidence.Claim.Words.FirstOrDefault(w => w.Start == date.Start) is { Folded: { } name } && evidence.QuotesHaveName(name))
        {
            return true;
        }

        return In(evidence.Question.Dates) && evidence.Quotes.All(quote => quote.Dates.Count == 0);
    }

    private static bool IsSaid(Quantity quantity, ClaimEvidence evidence)
    {
        if (!CountsTheSame(quantity, evidence))
        {
            return false;
        }

        if (evidence.Quotes.Any(quote => Says(quote, quantity)))
        {
            return true;
        }

        if (IsYear(quantity) && evidence.Published.Any(date => quantity.Values.Contains(date.Year ?? 0)))
        {
            return true;
        }

        return Says(evidence.Question, quantity)
            && !evidence.Quotes.Any(quote => quote.Quantities.Any(q => q.Kind == quantity.Kind && IsYear(q) == IsYear(quantity)));
    }

    private static bool Says(CheckedText text, Quantity quantity) =>
        text.Quantities.Any(quantity.IsSaidBy)
        || (IsYear(quantity) && text.Dates.Any(date => quantity.Values.Contains(date.Year ?? 0)))
        || (quantity.Values is [1] && text.Words.Any(word => word.Folded is "a" or "an" or "ein" or "eine" or "un" or "une" or "una" or "single" or "een"));

    private static bool IsYear(Quantity quantity) =>
        quantity is { Kind: QuantityKind.Plain, Unit: "" } && quantity.Values.Any(v => v is >= FirstYear and <= LastYear && decimal.IsInteger(v));

    // What follows a number says what it counts: "19 votes" is not "19 boats". In another language words cannot be compared.
    private static bool CountsTheSame(Quantity quantity, ClaimEvidence evidence)
    {
        if (evidence.IsOtherLanguage || quantity.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Time || IsYear(quantity))
        {
            return true;
        }

        var next = evidence.Claim.Words.FirstOrDefault(word => word.Start >= quantity.End);
        if (next.Folded is null || next.Start - quantity.End > 2 || !evidence.Claim.IsContent(next))
        {
            return true;
        }

        return quantity.Unit.Length > 0
            ? evidence.Quotes.Any(quote => quote.Quantities.Any(q => q.Unit == quantity.Unit)) || Has(next.Folded)
            : Has(next.Folded);

        bool Has(string folded) => evidence.QuotesHaveStem(folded) || evidence.Question.HasStem(folded);
    }
}
