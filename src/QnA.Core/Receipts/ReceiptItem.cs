using System.Globalization;

namespace QnA.Core.Receipts;

/// <summary>What reading a file of receipts gives: a receipt or an error.</summary>
/// <param name="Line">The line that it starts on, from 1.</param>
public abstract record ReceiptItem(int Line);

/// <summary>A receipt that was read. Nothing that it says is verified yet.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Line">The line that it starts on, from 1.</param>
public sealed record ReadReceipt(Receipt Receipt, int Line) : ReceiptItem(Line);

/// <summary>A receipt that could not be read.</summary>
/// <param name="Line">The line of the mistake, from 1.</param>
/// <param name="Position">The byte of that line where the mistake was noticed, from 1.</param>
/// <param name="Reason">What was wrong and what to do, for people.</param>
public sealed record UnreadableReceipt(int Line, int Position, string Reason) : ReceiptItem(Line)
{
    /// <summary>Returns <c>line:position: reason</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}:{Position}: {Reason}");
}
