namespace QnA.Bot.Web.Uploads;

/// <summary>A file that a person added.</summary>
/// <param name="Name">Its name in the folder of added articles.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="State">Whether its articles can be asked about.</param>
/// <param name="Articles">Its first articles, where they are known: those of files that were added since the bot started.</param>
/// <param name="Problems">What could not be read of it.</param>
internal sealed record UploadedFile(
    string Name, long Bytes, UploadState State, IReadOnlyList<UploadedArticle> Articles, IReadOnlyList<string> Problems);

/// <summary>An article of a file that was added.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">The version of its text.</param>
internal sealed record UploadedArticle(string Id, string Title, string Version);

/// <summary>How far a file is.</summary>
internal enum UploadState
{
    /// <summary>It is kept, and its articles will be taken up in a moment.</summary>
    Waiting,

    /// <summary>Its articles can be asked about.</summary>
    Ready,

    /// <summary>Some of it could not be taken up.</summary>
    Failed,
}

/// <summary>What became of a file that a person wants to add.</summary>
/// <param name="File">The file where it was kept.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">Why it was not kept, for people.</param>
internal sealed record UploadResult(UploadedFile? File, int Status, string? Error)
{
    public static UploadResult Refused(int status, string error) => new(File: null, status, error);
}
