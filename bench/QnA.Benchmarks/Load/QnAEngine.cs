using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QnA.Benchmarks.Corpus;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Answering.Registration;
using QnA.Lucene.Registration;
using QnA.Sources;

namespace QnA.Benchmarks.Load;

/// <summary>QnA as its users have it: JSON Lines in, verified quotes out.</summary>
internal sealed class QnAEngine : IEngine
{
    private ServiceProvider? _services;
    private QuestionPipeline? _pipeline;

    /// <inheritdoc/>
    public async Task<int> IngestAsync(LoadFiles files, CancellationToken cancellationToken)
    {
        var services = Build(files);
        var source = services.GetRequiredService<ArticleSourceFactory>().Create(files.Articles);
        var summary = await services.GetRequiredService<ArticleIngester>().IngestAsync([source], progress: null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return summary.Failures.Count == 0 ? summary.Passages : throw new InvalidOperationException(summary.Failures[0].ToString());
    }

    /// <inheritdoc/>
    public void Open(LoadFiles files) => _pipeline = Build(files).GetRequiredService<QuestionPipeline>();

    /// <inheritdoc/>
    public async Task<int> AskAsync(string question, CancellationToken cancellationToken) =>
        (await _pipeline!.AskAsync(new Question(question), cancellationToken).ConfigureAwait(false)).Text.Length;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private ServiceProvider Build(LoadFiles files)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddQnA().AddExtractiveAnswers().AddLuceneIndex(files.QnAIndex).AddSources();
        return _services = services.BuildServiceProvider();
    }
}
