using System.Globalization;
using Microsoft.Extensions.Configuration;
using QnA.Core.Conversations;
using QnA.Core.Ingestion;
using QnA.Sources;

namespace QnA.Cli.Diagnosis;

/// <summary>Looks at the folders of articles, the index that is made of them, and the file that conversations are kept in.</summary>
internal sealed class ArticlesCheck(IConfiguration configuration, ArticleSourceFactory sources, IArticleStore store, IStateStore state)
{
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in configuration.GetSection("Articles:Paths").GetChildren().Select(p => p.Value).OfType<string>().DefaultIfEmpty("articles"))
        {
            yield return Source(Path.GetFullPath(path));
        }

        yield return await IndexAsync(cancellationToken);
        yield return Writable("index", store.Location, "Index:Path");
        yield return Writable("state", Path.GetDirectoryName(state.Location)!, "State:Path");
        if (await state.FindDamageAsync(thorough: true, cancellationToken) is { } damage)
        {
            yield return new Finding("state", damage, $"Bring {state.Location} back from a backup, or start the bot, which sets it aside and begins with an empty one.");
        }
    }

    private Finding Source(string path)
    {
        const string Fix = "Name folders or files with articles in Articles:Paths, or put some there.";
        if (!Path.Exists(path))
        {
            return new Finding("articles", $"there is nothing at {path}", Fix);
        }

        try
        {
            var files = Directory.Exists(path)
                ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count(f => sources.SupportedExtensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                : 1;
            return files == 0
                ? new Finding("articles", $"{path} has no file that is read ({string.Join(' ', sources.SupportedExtensions)})", Fix)
                : new Finding("articles", string.Create(CultureInfo.InvariantCulture, $"{path}: {files:N0} files"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding("articles", exception.Message, "Give the user that runs QnA the right to read there.");
        }
    }

    private async Task<Finding> IndexAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await store.ExistsAsync(cancellationToken))
            {
                return new Finding("index", $"{store.Location} is not there yet; the bot makes it at its start, qna ingest at once");
            }

            var statistics = await store.GetStatisticsAsync(cancellationToken);
            return statistics.Articles == 0
                ? new Finding("index", $"{store.Location} has no article", "Read some: qna ingest PATH.")
                : new Finding("index", string.Create(CultureInfo.InvariantCulture, $"{store.Location}: {statistics.Articles:N0} articles, {statistics.Passages:N0} passages"));
        }
        catch (ArticleStoreException exception)
        {
            return new Finding("index", exception.Message, exception.IsDamage
                ? "Run qna index check --repair, then qna ingest; a bot that follows its articles does both by itself."
                : $"Remove the directory {store.Location} and read the articles again, or bring it back from a backup.");
        }
    }

    private static Finding Writable(string subject, string directory, string setting)
    {
        var existing = directory;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } above)
        {
            existing = above;
        }

        var probe = Path.Combine(existing, $".qna-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new Finding(subject, $"{directory} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(subject, $"{directory} cannot be written: {exception.Message}", $"Give the user that runs QnA the right to write there, or set {setting} to another place.");
        }
    }
}
