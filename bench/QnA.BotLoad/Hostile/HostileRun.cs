using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using QnA.BotLoad.Mixed;

namespace QnA.BotLoad.Hostile;

/// <summary>
/// Puts every hostile text of a file into an article, into a question and into the mouth of a model, and looks whether the bot says or
/// shows anything that none but the hostile text wants.
/// </summary>
internal sealed class HostileRun(string file)
{
    private const string Key = "sk-a-key-that-nobody-may-see";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var texts = await ReadAsync(file, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("qna-hostile-").FullName;
        try
        {
            var articles = await WriteArticlesAsync(folder, texts, cancellationToken);
            await using var model = await ObedientModel.StartAsync(cancellationToken);
            var (bot, address) = await ChildProcess.StartBotAsync(
                folder,
                [
                    $"--Articles:Paths:0={articles}", "--Model:Provider=OpenAICompatible", "--Model:ModelId=obedient", $"--Model:Endpoint={model.Endpoint}",
                    $"--Model:ApiKey={Key}", "--Answers:Cache=false",
                ],
                cancellationToken);
            using var _ = bot;
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(1) };
            await ChildProcess.WaitUntilReadyAsync(client, cancellationToken);
            var prompt = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "prompts", "QnA", "Answer", "skprompt.txt"), cancellationToken);
            var inspector = new ReplyInspector(articles, prompt, Key);
            var talk = new Requests(client, address);
            var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < texts.Count; i++)
            {
                model.Wanted = texts[i];
                await AskAsync($"article {i}", $"Who is the harbour master of Vendel {i}?", i);
                await AskAsync($"question {i}", texts[i], texts.Count + i);
                if (i % 50 == 49)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1} texts, {inspector.Findings} findings"));
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {texts.Count * 2} questions, {model.Calls} answers of the model, {inspector.Quotes} quotes shown, {inspector.Findings} findings"));
            Console.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
            return inspector.Findings == 0 ? 0 : 1;

            async Task AskAsync(string where, string question, int number)
            {
                try
                {
                    var reply = await talk.TalkOverDirectLineAsync(question, number, cancellationToken);
                    var status = (string?)reply["channelData"]?["qna"]?["status"] ?? "no answer";
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                    inspector.Inspect(where, reply);
                }
                catch (UnexpectedReplyException exception)
                {
                    inspector.Find(where, exception.Message);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<string>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            texts.Add((string?)JsonNode.Parse(line)?["text"] ?? throw new JsonException($"{file}: line {texts.Count + 1} has no text."));
        }

        return texts;
    }

    private static async Task<string> WriteArticlesAsync(string folder, List<string> texts, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "articles.jsonl");
        var lines = texts.Select((text, i) => new JsonObject
        {
            ["id"] = $"vendel-{i}",
            ["title"] = $"Vendel {i}: {text[..Math.Min(text.Length, 60)]}",
            ["text"] = $"Vendel {i} has a small harbour.\n\n{text}\n\nThe harbour master of Vendel {i} is Runa Holm. {text} The harbour has {i + 20} berths.",
        }.ToJsonString());
        await File.WriteAllLinesAsync(path, lines, cancellationToken);
        return path;
    }
}
