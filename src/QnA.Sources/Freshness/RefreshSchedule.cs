namespace QnA.Sources.Freshness;

/// <summary>Says when a source is read next.</summary>
internal static class RefreshSchedule
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    /// <summary>Says when.</summary>
    /// <param name="now">The time.</param>
    /// <param name="interval">How often it is read when all goes well.</param>
    /// <param name="failuresInARow">How many times it failed as a whole: each doubles the wait, from a minute up to the interval.</param>
    /// <param name="chance">0 to 1: up to a tenth is added, so that many sources, and many bots, do not all ask at once.</param>
    /// <param name="retryAt">Before when its server asked not to be asked again; <see langword="null"/> where it did not say.</param>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan interval, int failuresInARow, double chance, DateTimeOffset? retryAt = null)
    {
        var wait = interval;
        if (failuresInARow > 0)
        {
            var retry = FirstRetry * Math.Pow(2, Math.Min(failuresInARow - 1, 20));
            wait = retry < interval ? retry : interval;
        }

        if (retryAt is { } earliest && earliest - now > wait)
        {
            wait = earliest - now;
        }

        return now + (wait * (1 + (chance / 10)));
    }
}
