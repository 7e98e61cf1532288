using Microsoft.Extensions.Options;
using QnA.Bot.Web.Uploads;
using QnA.Core.Ingestion;
using QnA.Sources;

namespace QnA.Bot.Following;

/// <summary>
/// Brings the index up to date with the articles at start and after every change, in the background. A failure leaves what was
/// indexed before and is tried again; it never stops the bot. What is found damaged of the index is taken out and read again.
/// </summary>
internal sealed partial class ArticleFollower(
    ArticleIngester ingester,
    ArticleSourceFactory sourceFactory,
    IngestionStatus status,
    IOptions<FollowOptions> options,
    UploadFolder uploads,
    IHostEnvironment environment,
    TimeProvider time,
    ILogger<ArticleFollower> logger,
    IStoreMaintenance? maintenance = null) : BackgroundService
{
    private const string DefaultPath = "articles";

    private const int FailuresLogged = 20;

    // One copy or save raises many events; a quiet moment this long means that it is done.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // A steady stream of changes is not waited out.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    // Passages without vectors are found by their words meanwhile, so there is no hurry.
    private static readonly TimeSpan VectorRetry = TimeSpan.FromMinutes(5);

    private IReadOnlyList<ArticleFailure> _logged = [];
    private bool _lacksVectors;
    private bool _isDamaged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string[] added = uploads.Prepare() ? [uploads.Path] : [];
        string[] paths = [.. options.Value.Paths.DefaultIfEmpty(DefaultPath).Select(p => Path.GetFullPath(p, environment.ContentRootPath)), .. added];
        IArticleSource[] sources = [.. paths.Select(sourceFactory.Create)];
        var all = string.Join(", ", paths);
        Log.Reading(logger, all);

        // Watching starts before reading, so that no change falls between.
        // What people add is taken up also where nothing else is followed.
        string[] followed = options.Value.Follow ? paths : added;
        using var changes = new PathChanges(followed, options.Value.PollInterval, time);
        var retry = FirstRetry;
        while (!stoppingToken.IsCancellationRequested)
        {
            var done = await IngestAsync(sources, stoppingToken);
            if (done && followed.Length == 0 && maintenance is null)
            {
                return;
            }

            if (done)
            {
                await WaitAsync(changes, stoppingToken);
                if (!_isDamaged)
                {
                    retry = FirstRetry;
                    sources = [.. followed.Select(sourceFactory.Create)];
                    await changes.SettleAsync(Quiet, LongestWait, stoppingToken);
                    continue;
                }
            }

            if (_isDamaged)
            {
                // What is taken out is read again, also from paths that are not followed.
                sources = [.. paths.Select(sourceFactory.Create)];
                if (await RepairAsync(stoppingToken))
                {
                    continue;
                }
            }

            await Task.Delay(retry, time, stoppingToken);
            retry = TimeSpan.FromTicks(Math.Min(2 * retry.Ticks, LongestRetry.Ticks));
        }
    }

    private async Task WaitAsync(PathChanges changes, CancellationToken cancellationToken)
    {
        using var retry = new CancellationTokenSource(_lacksVectors ? VectorRetry : Timeout.InfiniteTimeSpan, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, retry.Token);
        try
        {
            var changed = changes.WaitAsync(linked.Token);
            if (maintenance is null)
            {
                await changed;
                return;
            }

            var damaged = maintenance.WaitForDamageAsync(linked.Token);
            var first = await Task.WhenAny(changed, damaged);
            await linked.CancelAsync();
            await Task.WhenAll(changed, damaged).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            _isDamaged = damaged.IsCompletedSuccessfully;
            await first;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing changed, but the service that makes vectors may be there again.
        }
    }

    private async Task<bool> IngestAsync(IArticleSource[] sources, CancellationToken cancellationToken)
    {
        try
        {
            var summary = await ingester.IngestAsync(sources, progress: null, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            LogFailures(summary.Failures);
            _lacksVectors = summary.Vectors is { Missing: > 0 };
            status.Succeeded(summary);
            return true;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (ArticleStoreException exception)
        {
            // Another program writes, or the disk is full: the message says all there is to know.
            Log.NotWritten(logger, exception.Message);
            status.Failed(exception.Message);
            _isDamaged = maintenance is not null && exception.IsDamage;
            return false;
        }
        catch (Exception exception)
        {
            // Whatever it was, what was committed still answers.
            Log.Failed(logger, exception, exception.Message);
            status.Failed(exception.Message);
            _isDamaged = false;
            return false;
        }
    }

    private async Task<bool> RepairAsync(CancellationToken cancellationToken)
    {
        Log.Damaged(logger);
        try
        {
            var report = await maintenance!.CheckAsync(progress: null, cancellationToken);
            var repair = await maintenance.RepairAsync(report, cancellationToken);
            if (repair.SetAside is { } aside)
            {
                Log.SetAside(logger, aside);
            }
            else
            {
                Log.TakenOut(logger, repair.Segments, repair.Articles);
            }

            _isDamaged = false;
            return true;
        }
        catch (ArticleStoreException exception)
        {
            Log.NotRepaired(logger, exception.Message);
            return false;
        }
    }

    private void LogFailures(IReadOnlyList<ArticleFailure> failures)
    {
        foreach (var failure in failures.Except(_logged).Take(FailuresLogged))
        {
            Log.ArticleFailed(logger, failure);
        }

        if (failures.Count > FailuresLogged && failures.Count != _logged.Count)
        {
            Log.MoreFailed(logger, failures.Count);
        }

        _logged = failures;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Reading articles from {Paths}")]
        public static partial void Reading(ILogger logger, string paths);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Could not read {Failure}")]
        public static partial void ArticleFailed(ILogger logger, ArticleFailure failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Could not read {Count} articles in all; the first are named above")]
        public static partial void MoreFailed(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Critical, Message = "THE INDEX IS DAMAGED. What is damaged is taken out now and read again from the articles. Look at the disk: it may be failing")]
        public static partial void Damaged(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Segments} damaged segments and {Articles} damaged articles were taken out of the index; the articles are being read again")]
        public static partial void TakenOut(ILogger logger, int segments, int articles);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Taking out less did not mend the index: it was moved to {Path} and is made anew from the articles")]
        public static partial void SetAside(ILogger logger, string path);

        [LoggerMessage(Level = LogLevel.Error, Message = "The damaged index could not be mended and will be tried again: {Reason}")]
        public static partial void NotRepaired(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The index could not be brought up to date and will be tried again: {Reason}")]
        public static partial void NotWritten(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The index could not be brought up to date and will be tried again: {Reason}")]
        public static partial void Failed(ILogger logger, Exception exception, string reason);
    }
}
