namespace QnA.Sources.Files;

/// <summary>Says for people what the file system or a reader said for programmers.</summary>
internal static class FileFailures
{
    public static string Describe(Exception exception) => exception switch
    {
        ArticleFormatException => exception.Message,
        FileNotFoundException or DirectoryNotFoundException => "It is no longer there.",
        UnauthorizedAccessException => "It may not be opened. Give the account that runs this program the right to read it.",
        IOException => exception.Message,
        _ => $"The reader failed ({exception.GetType().Name}: {exception.Message}). This is a defect of the reader; please report it.",
    };
}
