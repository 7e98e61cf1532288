namespace QnA.Models.Output;

/// <summary>What some models write between tags before they answer.</summary>
internal static class Thoughts
{
    /// <summary>The tag before them.</summary>
    public const string Start = "<think>";

    /// <summary>The tag behind them.</summary>
    public const string End = "</think>";

    /// <summary>Returns a whole output without its thoughts; nothing where they do not end.</summary>
    public static string Remove(string output)
    {
        var end = output.LastIndexOf(End, StringComparison.Ordinal);
        var text = end < 0 ? output : output[(end + End.Length)..];
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        return (start < 0 ? text : text[..start]).Trim();
    }
}
