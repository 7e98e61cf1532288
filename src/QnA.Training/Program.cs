using System.Globalization;
using QnA.Answering.Ranking;
using QnA.Training;
using QnA.Training.Data;
using QnA.Training.Learning;

if (!TrainingArguments.TryParse(args, out var arguments, out var error))
{
    await Console.Error.WriteLineAsync(error);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

if (arguments.Stages)
{
    await StagesCommand.RunAsync(arguments, stop.Token);
    return 0;
}

var sets = new List<QuestionSet>();
foreach (var set in arguments.Sets.Concat(arguments.Unseen))
{
    sets.Add(await QuestionSet.ReadAsync(Path.Combine(arguments.Data, set), stop.Token));
}

var groups = ArticleGroups.Of(sets);
if (arguments.Confidence is not null)
{
    await ConfidenceCommand.RunAsync(arguments, sets, groups, stop.Token);
    return 0;
}

var learned = new List<Example>();
var unseen = new List<Example>();
foreach (var set in sets)
{
    var examples = await ExampleReader.ReadAsync(set, groups, arguments.QuestionsOf(set.Name), stop.Token);
    (arguments.Sets.Contains(set.Name) ? learned : unseen).AddRange(examples);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name}: {examples.Count} examples"));
}

var trainer = new ModelTrainer(learned, arguments.Seed);
if (arguments.Output is { } output)
{
    using var file = File.Create(output);
    trainer.Train().Save(file);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {file.Length} bytes"));
}

if (arguments.CrossValidate)
{
    Console.WriteLine("set                  questions  first  third  any");
    foreach (var (set, score) in trainer.CrossValidate(unseen))
    {
        double n = score.Questions;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{set,-20} {score.Questions,9}  {score.First / n:F3}  {score.Third / n:F3}  {score.Any / n:F3}"));
    }
}

return 0;
