using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using QnA.Bot.Following;
using QnA.Core.Access;
using QnA.Core.Ingestion;
using QnA.Sources;

namespace QnA.Bot.Web.Uploads;

/// <summary>The folder of added articles: a source of its own, which the bot follows like the others.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class UploadFolder
{
    // Hidden, so that the folder's source does not see a file before it is known to hold an article.
    private const string Incoming = ".incoming";

    // Enough to say what is in a file; one of JSON Lines may hold millions.
    private const int MaxShown = 20;

    private readonly ConcurrentDictionary<string, UploadedFile> _added = new(StringComparer.OrdinalIgnoreCase);
    private readonly UploadOptions _options;
    private readonly ArticleSourceFactory _sources;
    private readonly IArticleStore _store;
    private readonly IArticleAccess _access;
    private readonly IngestionStatus _status;

    public UploadFolder(
        IOptions<UploadOptions> options,
        ArticleSourceFactory sources,
        IArticleStore store,
        IArticleAccess access,
        IngestionStatus status,
        IHostEnvironment environment)
    {
        _options = options.Value;
        _sources = sources;
        _store = store;
        _access = access;
        _status = status;
        Path = System.IO.Path.GetFullPath(_options.Path, environment.ContentRootPath);
        NeedsKey = !string.IsNullOrEmpty(_options.Key);
        IsOn = NeedsKey || environment.IsDevelopment();
    }

    /// <summary>Gets the folder's full path.</summary>
    public string Path { get; }

    /// <summary>Gets whether articles can be added.</summary>
    public bool IsOn { get; }

    /// <summary>Gets whether the person who adds must show a key.</summary>
    public bool NeedsKey { get; }

    /// <summary>Gets the extensions of the files that can be added.</summary>
    public IReadOnlyList<string> Extensions => _sources.SupportedExtensions;

    public int MaxFileBytes => _options.MaxFileBytes;

    /// <summary>Makes the folder where articles can be added; tells whether it is there to be followed.</summary>
    public bool Prepare()
    {
        try
        {
            if (IsOn)
            {
                Directory.CreateDirectory(Path);
                DeleteIncoming();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A disk that cannot be written still answers from what it holds; whoever adds an article is told.
        }

        return Directory.Exists(Path);
    }

    /// <summary>Lists the files with how far they are.</summary>
    public async Task<IReadOnlyList<UploadedFile>> ListAsync(CancellationToken cancellationToken)
    {
        List<UploadedFile> files = [];
        foreach (var file in Files().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var known = _added.TryGetValue(file.Name, out var added) ? added : new UploadedFile(file.Name, file.Length, UploadState.Waiting, [], []);
            files.Add(await WithStateAsync(known, cancellationToken));
        }

        return files;
    }

    /// <summary>Keeps a file if there is an article in it; one of the same name is replaced.</summary>
    /// <param name="name">The name that the person's browser gave.</param>
    /// <param name="contents">The file.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    public async Task<UploadResult> AddAsync(string name, Stream contents, CancellationToken cancellationToken)
    {
        if (UploadName.Clean(name) is not { } clean || !Extensions.Contains(System.IO.Path.GetExtension(clean), StringComparer.OrdinalIgnoreCase))
        {
            return UploadResult.Refused(
                StatusCodes.Status415UnsupportedMediaType, $"Files of this kind cannot be read. Supported: {string.Join(", ", Extensions)}.");
        }

        var target = System.IO.Path.Combine(Path, clean);
        if (!File.Exists(target) && Files().Count() >= _options.MaxFiles)
        {
            return UploadResult.Refused(StatusCodes.Status409Conflict, $"There are {_options.MaxFiles} files already. Remove one first.");
        }

        // The inner folder has the name of the outer one: ids begin with it, so the article has its id before it is moved.
        var waiting = System.IO.Path.Combine(Path, Incoming, Guid.NewGuid().ToString("N"));
        var source = System.IO.Path.Combine(waiting, System.IO.Path.GetFileName(Path), clean);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(source)!);
            if (!await WriteAsync(contents, source, cancellationToken))
            {
                return UploadResult.Refused(
                    StatusCodes.Status413PayloadTooLarge, $"The file is larger than {_options.MaxFileBytes:N0} bytes.");
            }

            return await KeepAsync(source, target, cancellationToken);
        }
        finally
        {
            Directory.Delete(waiting, recursive: true);
        }
    }

    /// <summary>Removes a file; its articles follow in a moment.</summary>
    /// <returns><see langword="false"/> where there is no such file.</returns>
    public bool Remove(string name)
    {
        // Only a name that the folder lists is deleted, so none can lead out of it.
        if (Files().FirstOrDefault(f => f.Name == name) is not { } file)
        {
            return false;
        }

        file.Delete();
        _added.TryRemove(name, out _);
        return true;
    }

    private async Task<UploadResult> KeepAsync(string source, string target, CancellationToken cancellationToken)
    {
        List<UploadedArticle> articles = [];
        var everyones = await _access.OfAsync(Reader.Anonymous, cancellationToken);
        List<string> problems = [];
        await foreach (var item in _sources.Create(source).ReadAsync(cancellationToken))
        {
            if (item is FailedArticle { Failure: var failure })
            {
                AddShown(problems, failure.Line is { } line ? $"{line}: {failure.Reason}" : failure.Reason);
            }
            else if (item is ReadArticle { Article: var article })
            {
                if (!everyones.Shows(article))
                {
                    // Whoever has the key may list and remove what is here, so nothing is that not everyone may read.
                    return UploadResult.Refused(
                        StatusCodes.Status422UnprocessableEntity, "An article with these tags cannot be added here; its file belongs among Articles:Paths.");
                }

                if (await _store.FindAsync(article.Id, cancellationToken) is { } other && other.Location != target)
                {
                    return UploadResult.Refused(
                        StatusCodes.Status409Conflict, $"There is another article with the id '{article.Id}'. Give this one another id.");
                }

                AddShown(articles, new UploadedArticle(article.Id, article.Title, article.Text.Version));
            }
        }

        if (articles.Count == 0)
        {
            return UploadResult.Refused(StatusCodes.Status422UnprocessableEntity, problems is [var first, ..] ? first : "There is no article in the file.");
        }

        File.Move(source, target, overwrite: true);
        var added = new UploadedFile(System.IO.Path.GetFileName(target), new FileInfo(target).Length, UploadState.Waiting, articles, problems);
        _added[added.Name] = added;
        return new UploadResult(added, StatusCodes.Status201Created, Error: null);
    }

    private async Task<bool> WriteAsync(Stream contents, string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using (file)
        {
            var buffer = new byte[81920];
            int read;
            while ((read = await contents.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Length + read > _options.MaxFileBytes)
                {
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
    }

    private async Task<UploadedFile> WithStateAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(Path, file.Name);
        foreach (var article in file.Articles)
        {
            if (await _store.FindAsync(article.Id, cancellationToken) is not { } stored
                || stored.Text.Version != article.Version
                || stored.Location != path)
            {
                string[] problems = [.. _status.Current.Failures.Where(f => f.Location == path).Select(f => f.Reason).Take(MaxShown)];
                return problems.Length == 0 ? file : file with { State = UploadState.Failed, Problems = problems };
            }
        }

        // Of a file that was there when the bot started, only the reading of all sources tells.
        return file.Articles.Count > 0 || _status.Current.Completed ? file with { State = UploadState.Ready } : file;
    }

    private IEnumerable<FileInfo> Files() => Directory.Exists(Path)
        ? new DirectoryInfo(Path).EnumerateFiles().Where(f => !f.Name.StartsWith('.') && f.LinkTarget is null)
        : [];

    private void DeleteIncoming()
    {
        var incoming = System.IO.Path.Combine(Path, Incoming);
        if (Directory.Exists(incoming))
        {
            Directory.Delete(incoming, recursive: true);
        }
    }

    private static void AddShown<T>(List<T> list, T item)
    {
        if (list.Count < MaxShown)
        {
            list.Add(item);
        }
    }
}
