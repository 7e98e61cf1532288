using QnA.DocumentBench;

// fuzz [COUNT] [SEED] [EXTENSION]: damages one file of each kind, or of one, COUNT times (10,000) and reads each.
// ingest [COUNT]: reads COUNT generated PDFs, and as many pages of HTML (2,000), into an index.
return args switch
{
    ["fuzz", .. var rest] => await FuzzRun.RunAsync(Number(rest, 0, 10_000), Number(rest, 1, 1), rest.ElementAtOrDefault(2)),
    ["ingest", .. var rest] => await IngestRun.RunAsync(Number(rest, 0, 2_000)),
    _ => Usage(),
};

static int Number(string[] arguments, int index, int otherwise) =>
    arguments.Length > index ? int.Parse(arguments[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

static int Usage()
{
    Console.Error.WriteLine("Usage: QnA.DocumentBench fuzz [COUNT] [SEED] [EXTENSION] | ingest [COUNT]");
    return 2;
}
