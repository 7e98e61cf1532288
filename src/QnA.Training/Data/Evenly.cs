namespace QnA.Training.Data;

/// <summary>Takes a part of a list from all over it.</summary>
internal static class Evenly
{
    /// <summary>Takes every n-th of a list, so that no more than a number are taken.</summary>
    public static List<T> Take<T>(List<T> all, int maximum)
    {
        var taken = new List<T>();
        var step = Math.Max(1.0, (double)all.Count / Math.Max(1, maximum));
        for (var next = 0.0; (int)next < all.Count && taken.Count < maximum; next += step)
        {
            taken.Add(all[(int)next]);
        }

        return taken;
    }
}
