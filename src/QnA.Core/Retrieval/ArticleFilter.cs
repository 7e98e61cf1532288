using QnA.Core.Articles;

namespace QnA.Core.Retrieval;

/// <summary>Which articles a question is about, by what is known of them: tags, sources, authors, languages and dates.</summary>
/// <remarks>
/// An article passes when it passes every list that is not empty and both dates; it passes a list by any one of its values. Two filters
/// are equal when the same values are asked for, in any order and in capitals or not. Immutable and safe for concurrent use.
/// </remarks>
public sealed class ArticleFilter : IEquatable<ArticleFilter>
{
    private readonly Lazy<string> _key;

    /// <summary>Creates a filter that every article passes.</summary>
    public ArticleFilter() => _key = new Lazy<string>(() => Write(FilterText.Fold, StringComparer.Ordinal));

    /// <summary>Gets the filter that every article passes.</summary>
    public static ArticleFilter None { get; } = new();

    /// <summary>Gets the tags of which an article must have one.</summary>
    public IReadOnlyList<string> Tags { get; init => field = Checked(value); } = [];

    /// <summary>Gets the sources of which an article must come from one; the whole name, or what stands after its last slash.</summary>
    public IReadOnlyList<string> Sources { get; init => field = Checked(value); } = [];

    /// <summary>Gets the authors of whom one must have written an article; whole words of the name are enough.</summary>
    public IReadOnlyList<string> Authors { get; init => field = Checked(value); } = [];

    /// <summary>Gets the languages of which an article must be in one: two or three letters (ISO 639); what follows a hyphen is not looked at.</summary>
    public IReadOnlyList<string> Languages { get; init => field = Checked(value); } = [];

    /// <summary>Gets from when on an article must be; <see langword="null"/> for any time.</summary>
    /// <remarks>An article of which only the month or the year is known passes when it may be of that time. One without a date does not.</remarks>
    public PublicationDate? Since { get; init; }

    /// <summary>Gets until when an article must be, the whole year, month or day included; <see langword="null"/> for any time.</summary>
    public PublicationDate? Until { get; init; }

    /// <summary>Gets whether every article passes.</summary>
    public bool IsEmpty => Tags.Count + Sources.Count + Authors.Count + Languages.Count == 0 && Since is null && Until is null;

    /// <summary>Gets what is the same for equal filters and differs for others; empty where every article passes.</summary>
    public string Key => _key.Value;

    /// <summary>Tells whether an article passes.</summary>
    /// <remarks>An article whose language neither its source nor its text tells is taken for one of <c>en</c>, as the index does.</remarks>
    public bool Passes(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return (Tags.Count == 0 || article.Tags.Any(HasTag))
            && (Sources.Count == 0 || HasSource(article.Source))
            && (Authors.Count == 0 || (article.Author is { } author && HasAuthor(author)))
            && (Languages.Count == 0 || HasLanguage(article.TextLanguage ?? "en"))
            && ((Since is null && Until is null) || (article.Published is { } published && HasDate(published)));
    }

    /// <summary>Tells whether a tag is one of <see cref="Tags"/>.</summary>
    public bool HasTag(string tag) => HasAny(Tags, tag, static (name, wanted) => name == wanted);

    /// <summary>Tells whether a source is one of <see cref="Sources"/>.</summary>
    public bool HasSource(string source) => HasAny(Sources, source, FilterText.IsOrEndsWith);

    /// <summary>Tells whether an author is one of <see cref="Authors"/>.</summary>
    public bool HasAuthor(string author) => HasAny(Authors, author, FilterText.HasWords);

    /// <summary>Tells whether a language tag is of one of <see cref="Languages"/>.</summary>
    public bool HasLanguage(string tag) => HasAny(Languages, tag, static (name, wanted) => Primary(name) == Primary(wanted));

    /// <summary>Tells whether a date may be from <see cref="Since"/> until <see cref="Until"/>.</summary>
    public bool HasDate(PublicationDate date) => (Since is not { } since || date.End > since.Start) && (Until is not { } until || date.Start < until.End);

    /// <summary>Returns the filter as a person writes it in a message (see <see cref="FilteredText"/>); empty where every article passes.</summary>
    public override string ToString() => Write(static name => name.Trim(), comparer: null);

    /// <inheritdoc/>
    public bool Equals(ArticleFilter? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArticleFilter);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private static bool HasAny(IReadOnlyList<string> wanted, string name, Func<string, string, bool> matches)
    {
        var folded = FilterText.Fold(name);
        return wanted.Any(one => matches(folded, FilterText.Fold(one)));
    }

    private static string Primary(string tag) => tag.Split('-', '_')[0];

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Any(string.IsNullOrWhiteSpace) ? throw new ArgumentException("A name to filter by is empty.", nameof(names)) : names;
    }

    private string Write(Func<string, string> form, IComparer<string>? comparer)
    {
        var parts = new List<string>();
        foreach (var (word, names) in new[]
        {
            (FilterWords.Tag, Tags), (FilterWords.Source, Sources), (FilterWords.Author, Authors), (FilterWords.Language, Languages),
        })
        {
            var formed = names.Select(form).Distinct(StringComparer.Ordinal);
            parts.AddRange((comparer is null ? formed : formed.Order(comparer)).Select(name => FilterWords.Write(word, name)));
        }

        parts.AddRange(Since is { } since ? [FilterWords.Write(FilterWords.Since, since.ToString())] : []);
        parts.AddRange(Until is { } until ? [FilterWords.Write(FilterWords.Until, until.ToString())] : []);
        return string.Join(' ', parts);
    }
}
