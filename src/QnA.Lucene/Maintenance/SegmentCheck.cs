using Lucene.Net.Index;
using Lucene.Net.Store;
using QnA.Core.Ingestion;

namespace QnA.Lucene.Maintenance;

/// <summary>Checks one segment: first its files, by Lucene's own check, then each of its articles.</summary>
/// <param name="directory">The directory of the index.</param>
/// <param name="segment">The segment.</param>
/// <param name="ids">The ids of all segments that were checked so far.</param>
internal sealed class SegmentCheck(global::Lucene.Net.Store.Directory directory, SegmentCommitInfo segment, HashSet<string> ids)
{
    /// <summary>Gets how many articles were checked.</summary>
    public int Articles { get; private set; }

    /// <summary>Gets how many passages were checked.</summary>
    public int Passages { get; private set; }

    private string Name => segment.Info.Name;

    /// <summary>Checks the segment.</summary>
    /// <param name="articleChecked">Called after each article.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IEnumerable<StoreProblem> Check(Action articleChecked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (CheckFiles() is { } damage)
        {
            yield return new StoreProblem(Name, null, null, damage);
        }

        if (OpenReader() is not { } reader)
        {
            yield break;
        }

        using (reader)
        {
            foreach (var problem in CheckArticles(reader, articleChecked, cancellationToken))
            {
                yield return problem;
            }
        }
    }

    private string? CheckFiles()
    {
        try
        {
            return new CheckIndex(directory).DoCheckIndex([Name]).Clean ? null : "its files are damaged.";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"its files are damaged ({exception.Message})";
        }
    }

    // What a damaged file makes its reader throw is not foreseeable; the check of the files has told of it already.
    private SegmentReader? OpenReader()
    {
        try
        {
            return new SegmentReader(segment, DirectoryReader.DEFAULT_TERMS_INDEX_DIVISOR, IOContext.READ);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    private IEnumerable<StoreProblem> CheckArticles(SegmentReader reader, Action articleChecked, CancellationToken cancellationToken)
    {
        if (Guard(() => new BlockCheck(reader)) is not { } block)
        {
            yield break;
        }

        var first = -1;
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            if (reader.LiveDocs?.Get(document) == false)
            {
                continue;
            }

            first = first < 0 ? document : first;
            var id = Guard(() => block.IdOf(document));
            if (id is null)
            {
                yield return new StoreProblem(Name, null, null, "the ids of its articles cannot be read.");
                yield break;
            }

            if (id.Length == 0)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (CheckArticle(block, id, first, document) is { } problem)
            {
                yield return problem;
            }

            Articles++;
            Passages += document - first;
            first = -1;
            articleChecked();
        }

        if (first >= 0)
        {
            yield return new StoreProblem(Name, null, null, "it has passages without their article.");
        }
    }

    private StoreProblem? CheckArticle(BlockCheck block, string id, int first, int document)
    {
        string? message;
        try
        {
            message = block.Check(first, document) ?? (ids.Add(id) ? null : "it is there twice.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            message = $"it cannot be read ({exception.Message})";
        }

        return message is null ? null : new StoreProblem(Name, id, Guard(() => block.LocationOf(document)), message);
    }

    private static T? Guard<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}
