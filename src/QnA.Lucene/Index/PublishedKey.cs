using System.Globalization;
using QnA.Core.Articles;

namespace QnA.Lucene.Index;

/// <summary>Dates as text that sorts by time: the first instant in ticks, then the date as its source wrote it.</summary>
internal static class PublishedKey
{
    private const int TicksLength = 19;

    public static string Of(PublicationDate date) =>
        date.Start.UtcTicks.ToString(CultureInfo.InvariantCulture).PadLeft(TicksLength, '0') + date;

    public static PublicationDate? Read(string key) => PublicationDate.TryParse(key[TicksLength..], out var date) ? date : null;
}
