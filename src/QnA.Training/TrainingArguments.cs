using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using QnA.Answering.Ranking;

namespace QnA.Training;

/// <summary>What the command was asked to do.</summary>
internal sealed record TrainingArguments
{
    private const string Usage =
        "usage: QnA.Training --data DIR [--output FILE] [--confidence FILE] [--stages] [--sets A,B] [--unseen C,D] [--questions N] [--seed N] [--no-cross-validation]";

    /// <summary>Gets the folder that holds a folder for each set.</summary>
    public required string Data { get; init; }

    /// <summary>Gets the file to write the weights to; <see langword="null"/> to only cross-validate.</summary>
    public string? Output { get; init; }

    /// <summary>Gets the file to write the weights of the confidence to; <see langword="null"/> to learn to rank instead.</summary>
    public string? Confidence { get; init; }

    /// <summary>Gets the sets to learn from.</summary>
    public IReadOnlyList<string> Sets { get; init; } =
    [
        "xquad_en", "xquad_ar", "xquad_de", "xquad_el", "xquad_es", "xquad_hi", "xquad_ro", "xquad_ru", "xquad_th", "xquad_tr", "xquad_vi",
        "xquad_zh", "squad2_half", "squad_it_test", "norquad_wiki", "pubmedqa",
    ];

    /// <summary>Gets the sets that are only tested on.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>Gets how many questions of a set are taken at most, evenly.</summary>
    public int Questions { get; init; } = 3000;

    /// <summary>Gets the sets of which fewer are taken.</summary>
    /// <remarks>Abstracts answer in their last sentence. A tenth of what other sets give teaches to look there without looking nowhere else.</remarks>
    public IReadOnlyDictionary<string, int> Fewer { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["pubmedqa"] = 300 };

    /// <summary>Gets what all chance stems from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets whether to say how well it does on articles that it did not learn from.</summary>
    public bool CrossValidate { get; init; } = true;

    /// <summary>Gets whether to only say what each stage of answering loses, with the shipped weights.</summary>
    public bool Stages { get; init; }

    /// <summary>Returns how many questions of a set are taken at most.</summary>
    public int QuestionsOf(string set) => Fewer.TryGetValue(set, out var fewer) && Sets.Contains(set) ? Math.Min(fewer, Questions) : Questions;

    /// <summary>Reads the words of a command line.</summary>
    public static bool TryParse(
        string[] words, [NotNullWhen(true)] out TrainingArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        var read = new TrainingArguments { Data = "" };
        error = null;
        for (var i = 0; i < words.Length && error is null; i++)
        {
            if (words[i] == "--no-cross-validation")
            {
                read = read with { CrossValidate = false };
            }
            else if (words[i] == "--stages")
            {
                read = read with { Stages = true };
            }
            else if (i + 1 == words.Length)
            {
                error = $"{words[i]} needs a value. {Usage}";
            }
            else
            {
                (read, error) = With(read, words[i], words[++i]);
            }
        }

        error ??= Directory.Exists(read.Data) ? null : $"--data must name a folder that exists. {Usage}";
        error ??= read.Sets.Concat(read.Unseen).FirstOrDefault(set => !File.Exists(Path.Combine(read.Data, set, "questions.jsonl"))) is { } missing
            ? $"There is no {Path.Combine(read.Data, missing, "questions.jsonl")}."
            : null;
        arguments = read;
        return error is null;
    }

    private static (TrainingArguments Arguments, string? Error) With(TrainingArguments arguments, string name, string value) => name switch
    {
        "--data" => (arguments with { Data = value }, null),
        "--output" => (arguments with { Output = value }, null),
        "--confidence" => (arguments with { Confidence = value }, null),
        "--sets" => (arguments with { Sets = value.Split(',') }, null),
        "--unseen" => (arguments with { Unseen = value.Split(',') }, null),
        "--questions" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0 => (arguments with { Questions = count }, null),
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => (arguments with { Seed = seed }, null),
        "--questions" or "--seed" => (arguments, $"{name} must be a number and is '{value}'. {Usage}"),
        _ => (arguments, $"There is no {name}. {Usage}"),
    };
}
