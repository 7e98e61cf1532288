namespace QnA.Testing.Recording;

/// <summary>How a recorded test looks. The defaults are those of xUnit.</summary>
public sealed record TestRecorderOptions
{
    /// <summary>Gets the name of the class, a C# identifier.</summary>
    public required string ClassName { get; init; }

    /// <summary>Gets the name of the method, a C# identifier.</summary>
    /// <value>The default is <c>Conversation_AsRecorded_IsAnsweredAlike</c>.</value>
    public string MethodName { get; init; } = "Conversation_AsRecorded_IsAnsweredAlike";

    /// <summary>Gets the namespace.</summary>
    /// <value>The default, <see langword="null"/>, is none.</value>
    public string? Namespace { get; init; }

    /// <summary>Gets the attribute that marks a test: <c>Fact</c>, <c>Test</c> (NUnit) or <c>TestMethod</c> (MSTest).</summary>
    public string Attribute { get; init; } = "Fact";

    /// <summary>Gets the namespaces that the attribute needs.</summary>
    /// <value>The default is <c>Xunit</c>.</value>
    public IReadOnlyList<string> Usings { get; init; } = ["Xunit"];

    /// <summary>Gets the folders of articles that the test starts the bot with.</summary>
    /// <value>The default is <c>articles</c>.</value>
    public IReadOnlyList<string> Folders { get; init; } = ["articles"];

    /// <summary>Gets the settings that the test starts the bot with: those under which the conversation took place.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}
