using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.Core.Answers;
using QnA.Testing.Models;

namespace QnA.Testing;

/// <summary>What a bot of a test is started with. Settings files and environment variables of the machine do not reach it.</summary>
public sealed class TestBotOptions
{
    /// <summary>Gets the articles, as texts of the test; no two may have one file name.</summary>
    /// <value>The default is none.</value>
    public IList<TestArticle> Articles { get; init; } = [];

    /// <summary>Gets folders and files of articles; changes in them are followed.</summary>
    /// <value>Paths; a relative one is looked for beside the test's program, then in the current directory. The default is none.</value>
    public IList<string> Folders { get; init; } = [];

    /// <summary>Gets the settings, by their names as in <c>appsettings.json</c> with colons: <c>Answers:MaxQuotes</c>.</summary>
    /// <value>The default, empty, leaves every setting at its default.</value>
    public IDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the model that writes answers; the test owns and disposes it.</summary>
    /// <value>The default, <see langword="null"/>, answers with the articles' own sentences, or as <see cref="Settings"/> say.</value>
    public ModelServer? Model { get; init; }

    /// <summary>Gets or sets what drafts answers, in place of the bot's own; its drafts are verified like any other.</summary>
    /// <value>The default, <see langword="null"/>, leaves the bot its own.</value>
    public IAnswerer? Answerer { get; init; }

    /// <summary>Gets or sets the bot's clock, for example a <c>FakeTimeProvider</c>. What the harness itself waits for is measured by the system's.</summary>
    /// <value>The default, <see langword="null"/>, is the system's clock.</value>
    public TimeProvider? Time { get; init; }

    /// <summary>Gets or sets what replaces or adds services of the bot, after the bot's own were added.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Gets or sets where the bot's log goes.</summary>
    /// <value>The default, <see langword="null"/>, is nowhere.</value>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Gets or sets the hosting environment.</summary>
    /// <value>The default is <c>Development</c>, in which channels need no credentials.</value>
    public string Environment { get; init; } = "Development";

    /// <summary>Gets or sets whether <see cref="TestBot.StartAsync(TestBotOptions)"/> returns once all articles were read.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool WaitUntilReady { get; init; } = true;

    /// <summary>Gets or sets how long the harness waits for the bot, each time.</summary>
    /// <value>The default is 30 seconds, for busy machines.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets what ends every wait of the harness: the token of the running test, where its framework has one.</summary>
    public CancellationToken CancellationToken { get; init; }
}
