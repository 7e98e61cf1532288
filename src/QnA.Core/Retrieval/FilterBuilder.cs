using QnA.Core.Articles;

namespace QnA.Core.Retrieval;

/// <summary>Makes a filter of words and values as people write them, and says what is wrong with them.</summary>
/// <remarks>For one filter and one thread.</remarks>
public sealed class FilterBuilder
{
    private const int MaxShownValue = 60;

    private readonly List<string> _tags = [];
    private readonly List<string> _sources = [];
    private readonly List<string> _authors = [];
    private readonly List<string> _languages = [];
    private PublicationDate? _since;
    private PublicationDate? _until;

    /// <summary>Gets what was wrong first, and what belongs there, for people; <see langword="null"/> where nothing was.</summary>
    public string? Error { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <param name="word">One of <see cref="FilterWords"/>, in capitals or not.</param>
    /// <param name="value">What stood after the colon.</param>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public void Add(string word, string value)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(value);
        var name = word.ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(value))
        {
            Fail($"There is nothing after “{name}:”. {Expected(name)}");
            return;
        }

        switch (name)
        {
            case FilterWords.Tag:
                _tags.Add(value);
                break;
            case FilterWords.Source:
                _sources.Add(value);
                break;
            case FilterWords.Author:
                _authors.Add(value);
                break;
            case FilterWords.Language when IsLanguage(value):
                _languages.Add(value);
                break;
            case FilterWords.Since when PublicationDate.TryParse(value, out var since):
                _since = Once(name, _since, since);
                break;
            case FilterWords.Until when PublicationDate.TryParse(value, out var until):
                _until = Once(name, _until, until);
                break;
            default:
                Fail($"“{name}:{Shown(value)}” is not understood. {Expected(name)}");
                break;
        }
    }

    /// <summary>Makes the filter; where there is an <see cref="Error"/>, of what was right.</summary>
    public ArticleFilter Build()
    {
        if (_since is { } since && _until is { } until && until.End <= since.Start)
        {
            Fail($"Nothing can be since {since} and until {until}. Exchange the two dates.");
        }

        return _tags.Count + _sources.Count + _authors.Count + _languages.Count == 0 && _since is null && _until is null
            ? ArticleFilter.None
            : new ArticleFilter { Tags = _tags, Sources = _sources, Authors = _authors, Languages = _languages, Since = _since, Until = _until };
    }

    private static string Expected(string word) => word switch
    {
        FilterWords.Tag => "A tag belongs there, as in in:sport.",
        FilterWords.Source => "The name of a source belongs there, as in source:newsroom.",
        FilterWords.Author => "A name belongs there, as in by:\"Jane Smith\".",
        FilterWords.Language => "A language code belongs there, as in lang:de.",
        FilterWords.Since or FilterWords.Until => $"A year, a month or a day belongs there, as in {word}:2026, {word}:2026-01 or {word}:2026-01-31.",
        _ => throw new ArgumentException($"'{word}' is no word to filter by.", nameof(word)),
    };

    private static bool IsLanguage(string value) => value.Split('-', '_')[0] is { Length: 2 or 3 } code && code.All(char.IsAsciiLetter);

    private static string Shown(string value) => value.Length <= MaxShownValue ? value : value[..MaxShownValue] + "…";

    private PublicationDate Once(string word, PublicationDate? known, PublicationDate date)
    {
        if (known is not null)
        {
            Fail($"“{word}:” is there twice. One date is enough.");
        }

        return date;
    }

    private void Fail(string error) => Error ??= error;
}
