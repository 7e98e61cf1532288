namespace QnA.Sources.Web.Fetching;

/// <summary>What a server sent for an address.</summary>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="MediaType">What the server calls it, in lower case: <c>text/html</c>; empty where it does not say.</param>
/// <param name="Charset">The encoding that the server names; empty where it names none.</param>
/// <param name="Body">The bytes, unpacked.</param>
internal sealed record WebDocument(Uri Address, string MediaType, string Charset, byte[] Body)
{
    /// <summary>Gets the version that the server names (<c>ETag</c>), as it wrote it.</summary>
    public string? ETag { get; init; }

    /// <summary>Gets when it changed last, as the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>Gets when it was fetched, or last found unchanged.</summary>
    public DateTimeOffset Fetched { get; init; }
}
