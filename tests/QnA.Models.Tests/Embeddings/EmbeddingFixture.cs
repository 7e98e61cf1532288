using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.Answering.Registration;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Core.Retrieval;
using QnA.Lucene.Registration;
using QnA.Models.Registration;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Embeddings;

/// <summary>An index on the real disk, filled by ingestion, with an embedding model that a server of ours plays over HTTP.</summary>
public abstract class EmbeddingFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-vectors-");

    private protected EmbeddingServer Server { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static Article Wreck { get; } = new("wreck", "The vessel foundered at night. All hands were saved by the lifeboat.") { Title = "Storm", Location = "wreck" };

    private protected static Article Market { get; } = new("market", "The market opens on Saturday. Apples are sold by the crate.") { Title = "Market", Location = "market" };

    private protected static Article Choir { get; } = new("choir", "The choir sings in the town hall. Tickets are free for children.") { Title = "Choir", Location = "choir" };

    public async ValueTask InitializeAsync() => Server = await EmbeddingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static List<Article> Many(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Article("n" + i.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"Note number {i} is about topic {i * 7}.")) { Location = "n" }),
    ];

    private protected string IndexPath => _folder.FullName;

    private protected ServiceProvider Services(params (string Name, string Value)[] settings) => Services(IndexPath, TimeProvider.System, settings);

    private protected ServiceProvider Services(string indexPath, TimeProvider time, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Index:Path"] = indexPath,
            ["Embeddings:Provider"] = "OpenAICompatible",
            ["Embeddings:ModelId"] = "test-embedding",
            ["Embeddings:Endpoint"] = new Uri(Server.Address, "v1").ToString(),
            ["Embeddings:ApiKey"] = "secret-key",
            ["Embeddings:MaxRetries"] = "0",
        };
        foreach (var (name, value) in settings)
        {
            values["Embeddings:" + name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddSingleton(time).AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.ClearProviders());
        services.AddQnA().AddExtractiveAnswers().AddLuceneIndex().AddModels();
        return services.BuildServiceProvider();
    }

    private protected static Task<IngestionSummary> IngestAsync(
        ServiceProvider services, IReadOnlyList<Article> articles, IProgress<IngestionProgress>? progress = null, CancellationToken? stop = null) =>
        services.GetRequiredService<ArticleIngester>().IngestAsync([new Articles(articles)], progress, stop ?? Stop);

    private protected static async Task<SearchResult> SearchAsync(ServiceProvider services, string question) =>
        await services.GetRequiredService<IPassageSearch>().SearchAsync(new StandaloneQuestion(question), Stop);

    private sealed class Articles(IReadOnlyList<Article> articles) : IArticleSource
    {
        public string Name => "articles";

        public ValueTask<long> GetSizeAsync(CancellationToken cancellationToken) => ValueTask.FromResult((long)articles.Count);

        public async IAsyncEnumerable<SourceItem> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var article in articles)
            {
                await Task.CompletedTask;
                cancellationToken.ThrowIfCancellationRequested();
                yield return new ReadArticle(article, Line: null, Bytes: 1);
            }
        }

        public bool Covers(string location) => true;

        public bool IsGone(string location) => false;
    }
}
