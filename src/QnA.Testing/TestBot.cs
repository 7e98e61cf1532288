using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QnA.Bot.Hosting;
using QnA.Testing.Channels;

namespace QnA.Testing;

/// <summary>
/// The whole bot in the process of a test: its own HTTP server on the loopback address, an index on disk, and a folder of articles that it
/// follows, all gone when it is disposed.
/// </summary>
/// <remarks>Bots share nothing, so tests can run side by side. Safe for concurrent use.</remarks>
public sealed class TestBot : IAsyncDisposable
{
    private readonly TestBotOptions _options;
    private readonly TestFolder _folder;
    private readonly WebApplication _app;

    private TestBot(TestBotOptions options, TestFolder folder, WebApplication app, FakeConnector connector)
    {
        _options = options;
        _folder = folder;
        _app = app;
        Connector = connector;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = 2 * options.Timeout };
    }

    /// <summary>Gets the channel's side: what the bot sends to a conversation arrives here.</summary>
    public FakeConnector Connector { get; }

    /// <summary>Gets a client of the bot's HTTP server, for its pages, Direct Line and health.</summary>
    public HttpClient Client { get; }

    /// <summary>Gets the bot's services, such as its <c>IBot</c> and <c>IArticleStore</c>.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Gets the folder with the articles of the test; the bot takes up what changes in it.</summary>
    public string ArticlesFolder => _folder.Articles;

    /// <summary>Starts a bot with articles and every setting at its default.</summary>
    /// <param name="articles">The articles.</param>
    public static Task<TestBot> StartAsync(params IReadOnlyList<TestArticle> articles) => StartAsync(new TestBotOptions { Articles = [.. articles] });

    /// <summary>Starts a bot.</summary>
    /// <param name="options">What it is started with.</param>
    /// <exception cref="TestBotException">A folder is not there, or the articles were not read in time.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong; the message names it.</exception>
    public static async Task<TestBot> StartAsync(TestBotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = await TestFolder.CreateAsync(options);
        WebApplication? app = null;
        FakeConnector? connector = null;
        TestBot? bot = null;
        try
        {
            app = Build(options, folder);
            connector = await FakeConnector.StartAsync(options.Timeout, options.CancellationToken);
            await app.StartAsync(options.CancellationToken);
            bot = new TestBot(options, folder, app, connector);
            if (options.WaitUntilReady)
            {
                await bot.WaitUntilReadyAsync();
            }

            return bot;
        }
        catch
        {
            await DisposeAsync(bot, app, connector, folder);
            throw;
        }
    }

    /// <summary>Begins a conversation, in which a question may lean on the one before.</summary>
    /// <param name="channel">The channel's id, such as <c>msteams</c> or <c>emulator</c>: replies look as they do there.</param>
    /// <param name="person">The id of the person who asks.</param>
    /// <returns>A conversation of its own; the default channel gives replies with everything that can be asserted on.</returns>
    public TestConversation StartConversation(string channel = TestMessage.DefaultChannel, string person = TestMessage.DefaultPerson) =>
        new(this, channel, person);

    /// <summary>Asks a question in a conversation of its own.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The answer, whose quotes have been found in the articles letter for letter.</returns>
    /// <exception cref="TestBotException">The bot refused the message or sent no reply, or a quote is not in its article.</exception>
    public Task<BotReply> AskAsync(string question) => StartConversation().AskAsync(question);

    /// <summary>Posts an activity to the bot as a channel does, without taking care of what comes back.</summary>
    /// <param name="activity">The activity's JSON.</param>
    public Task<HttpResponseMessage> PostAsync(JsonNode activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return PostAsync(activity.ToJsonString());
    }

    /// <summary>Posts any bytes to the bot's address for channels.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its type.</param>
    public async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, _options.CancellationToken);
    }

    /// <summary>Waits for something that happens in the background, such as a changed article being taken up.</summary>
    /// <param name="condition">Looks whether it has happened; called again and again.</param>
    /// <param name="expected">What is waited for, for the message of the exception.</param>
    /// <exception cref="TestBotException">It did not happen within <see cref="TestBotOptions.Timeout"/>.</exception>
    public Task WaitUntilAsync(Func<Task<bool>> condition, string expected) =>
        Waiting.UntilAsync(condition, () => expected, _options.Timeout, _options.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DisposeAsync(this, _app, Connector, _folder);

    internal CancellationToken CancellationToken => _options.CancellationToken;

    private static WebApplication Build(TestBotOptions options, TestFolder folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Root, EnvironmentName = options.Environment });
        builder.Logging.ClearProviders();
        options.Logging?.Invoke(builder.Logging);

        // Neither files nor environment variables of the machine may change what a test says.
        IConfigurationBuilder configuration = builder.Configuration;
        configuration.Sources.Clear();
        configuration.AddInMemoryCollection([new(HostDefaults.EnvironmentKey, options.Environment), .. folder.Settings]);
        configuration.AddInMemoryCollection(options.Model?.Settings);
        configuration.AddInMemoryCollection(options.Settings);
        builder.AddQnABot();
        if (options.Time is { } time)
        {
            builder.Services.AddSingleton(time);
        }

        if (options.Answerer is { } answerer)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(answerer));
        }

        options.Services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapQnABot();
        return app;
    }

    private static async ValueTask DisposeAsync(TestBot? started, WebApplication? app, FakeConnector? connector, TestFolder folder)
    {
        if (started is not null)
        {
            started.Client.Dispose();
            await started._app.StopAsync(CancellationToken.None);
        }

        if (app is not null)
        {
            await app.DisposeAsync();
        }

        if (connector is not null)
        {
            await connector.DisposeAsync();
        }

        folder.Dispose();
    }

    private Task WaitUntilReadyAsync()
    {
        var last = "";
        return Waiting.UntilAsync(
            async () =>
            {
                using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), _options.CancellationToken);
                last = await response.Content.ReadAsStringAsync(_options.CancellationToken);
                return response.IsSuccessStatusCode;
            },
            () => $"that the bot has read its articles; its health is {last}",
            _options.Timeout,
            _options.CancellationToken);
    }
}
