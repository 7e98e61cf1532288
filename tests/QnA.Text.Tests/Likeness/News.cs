namespace QnA.Text.Tests.Likeness;

/// <summary>A report, and others in the same words.</summary>
internal static class News
{
    public const string Report =
        "The council of Harrowgate voted on Tuesday to close the old ferry after 112 years of service. Mayor Lena Brandt said the new bridge carries "
        + "most of the traffic already. The ferry made its last crossing of the season on Sunday with 340 passengers on board. Its captain, Olaf Reed, "
        + "has worked on the river since 1987 and will retire in the spring. The boat itself goes to the harbour museum, which will open it to visitors "
        + "next summer. Opponents of the decision collected 2,600 signatures and want a vote of all citizens. The council said it would answer them "
        + "before the end of October. Farmers on the other bank fear a detour of 14 kilometres to their fields.";

    /// <summary>Cut at the end, with a byline and another lead.</summary>
    public static string Syndicated => "By Tom Hale\n\nHARROWGATE (Wire) - A town says goodbye to its boat.\n\n" + Report[..Report.IndexOf("Opponents", StringComparison.Ordinal)];

    /// <summary>A word or two in each sentence is another.</summary>
    public static string Edited => Report.Replace("on Tuesday", "Tuesday", StringComparison.Ordinal)
        .Replace("most of the traffic", "nearly all traffic", StringComparison.Ordinal)
        .Replace("has worked on", "has sailed", StringComparison.Ordinal);

    /// <summary>Cut to a half, edited, with a byline, credits and the lead of another report: hardly a run of its words is whole.</summary>
    public static string Reworked =>
        "By Tom Hale\n\nHARROWGATE (Wire) - Fares on trains in the north rise again in January, the railway told its customers in a letter.\n\n"
        + Edited[..Edited.IndexOf("The boat itself", StringComparison.Ordinal)].Replace("voted Tuesday", "decided Tuesday", StringComparison.Ordinal)
            .Replace("said the new", "said a new", StringComparison.Ordinal).Replace("last crossing", "final crossing", StringComparison.Ordinal)
        + "\n\n(Reporting by Tom Hale; editing by Ann Berg)";

    /// <summary>The same form with other names and numbers.</summary>
    public static string Template => Report.Replace("Harrowgate", "Elmford", StringComparison.Ordinal).Replace("112", "87", StringComparison.Ordinal)
        .Replace("Lena Brandt", "Hugo Stern", StringComparison.Ordinal).Replace("340", "95", StringComparison.Ordinal)
        .Replace("Olaf Reed", "Peter Holm", StringComparison.Ordinal).Replace("1987", "2003", StringComparison.Ordinal)
        .Replace("2,600", "410", StringComparison.Ordinal).Replace("14 kilo", "9 kilo", StringComparison.Ordinal)
        .Replace("Tuesday", "Friday", StringComparison.Ordinal).Replace("Sunday", "Monday", StringComparison.Ordinal);
}
