using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QnA.Benchmarks.Load;

/// <summary>What the load driver was asked to do.</summary>
internal sealed record LoadArguments
{
    private const string Usage =
        "usage: QnA.Benchmarks load [--articles PATH]... [--passages N] [--questions N] [--threads A,B] [--seed N] [--directory DIR]";

    /// <summary>Gets the folders and files of articles that are repeated.</summary>
    public IReadOnlyList<string> Articles { get; init; } = ["articles"];

    /// <summary>Gets how many passages there must be at least.</summary>
    public int Passages { get; init; } = 2000;

    /// <summary>Gets how many questions are measured.</summary>
    public int Questions { get; init; } = 400;

    /// <summary>Gets the numbers of threads that ask.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [1, 2];

    /// <summary>Gets what all chance stems from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets where files and indexes go; <see langword="null"/> for a temporary directory that is deleted.</summary>
    public string? Directory { get; init; }

    /// <summary>Gets the step that a process of its own is for; <see langword="null"/> in the process that starts the others.</summary>
    public string? Step { get; init; }

    /// <summary>Reads the words of a command line.</summary>
    public static bool TryParse(string[] words, [NotNullWhen(true)] out LoadArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        var read = new LoadArguments();
        var articles = new List<string>();
        error = null;
        for (var i = 0; i < words.Length && error is null; i += 2)
        {
            if (i + 1 == words.Length)
            {
                error = $"{words[i]} needs a value. {Usage}";
            }
            else if (words[i] == "--articles")
            {
                articles.Add(words[i + 1]);
            }
            else
            {
                (read, error) = With(read, words[i], words[i + 1]);
            }
        }

        read = articles.Count > 0 ? read with { Articles = articles } : read;
        error ??= read.Step is null && read.Articles.FirstOrDefault(path => !Path.Exists(path)) is { } missing ? $"There is no {missing}. {Usage}" : null;
        arguments = read;
        return error is null;
    }

    private static (LoadArguments Arguments, string? Error) With(LoadArguments arguments, string name, string value) => name switch
    {
        "--directory" => (arguments with { Directory = value }, null),
        "--step" => (arguments with { Step = value }, null),
        "--passages" when Number(value) is { } count => (arguments with { Passages = count }, null),
        "--questions" when Number(value) is { } count => (arguments with { Questions = count }, null),
        "--seed" when Number(value) is { } seed => (arguments with { Seed = seed }, null),
        "--threads" when value.Split(',').Select(Number).ToList() is var counts && counts.TrueForAll(c => c is not null) =>
            (arguments with { Threads = [.. counts.Select(c => c!.Value)] }, null),
        "--passages" or "--questions" or "--seed" or "--threads" => (arguments, $"{name} must be a number of 1 or more and is '{value}'. {Usage}"),
        _ => (arguments, $"There is no {name}. {Usage}"),
    };

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
