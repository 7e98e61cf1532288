using System.CommandLine;
using QnA.Core.Retrieval;

namespace QnA.Cli.Commands;

/// <summary>The options that say which articles are searched.</summary>
internal sealed class FilterOptions
{
    private readonly List<(string Word, Option<string[]> Option)> _options =
    [
        (FilterWords.Tag, Make("--tag", "Search only articles with this tag. Given more than once: with one of the tags; likewise below.", "TAG")),
        (FilterWords.Source, Make("--source", "Search only articles of this source: its whole name, or what stands after its last slash.", "NAME")),
        (FilterWords.Author, Make("--author", "Search only articles of this author; whole words of the name are enough.", "NAME")),
        (FilterWords.Language, Make("--language", "Search only articles in this language, such as en or de.", "CODE")),
        (FilterWords.Since, Make("--since", "Search only articles from this year, month or day on, such as 2026-01.", "DATE")),
        (FilterWords.Until, Make("--until", "Search only articles until the end of this year, month or day.", "DATE")),
    ];

    /// <summary>Adds the options to a command, with the check of their values.</summary>
    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (Read(option => result.GetValue(option), out var error) is { } && error is not null)
            {
                result.AddError(error);
            }
        });
    }

    /// <summary>Makes the filter of what was given.</summary>
    public ArticleFilter Of(ParseResult result) => Read(option => result.GetValue(option), out _);

    private static Option<string[]> Make(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private ArticleFilter Read(Func<Option<string[]>, string[]?> valueOf, out string? error)
    {
        var builder = new FilterBuilder();
        foreach (var (word, option) in _options)
        {
            foreach (var value in valueOf(option) ?? [])
            {
                builder.Add(word, value);
            }
        }

        var filter = builder.Build();
        error = builder.Error;
        return filter;
    }
}
