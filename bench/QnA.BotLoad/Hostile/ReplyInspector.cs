using System.Text.Json.Nodes;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace QnA.BotLoad.Hostile;

/// <summary>Says what is wrong with a reply: a quote that is in no article, a link, image or HTML that is not ours, a prompt, a key.</summary>
internal sealed class ReplyInspector
{
    // Long enough that no article says it by chance.
    private const int TellingLength = 40;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoLinks().Build();

    private readonly Dictionary<string, string> _articles;
    private readonly string[] _promptLines;
    private readonly string _key;

    public ReplyInspector(string articles, string prompt, string key)
    {
        _articles = File.ReadLines(articles).Select(line => JsonNode.Parse(line)!).ToDictionary(a => (string)a["id"]!, a => (string)a["text"]!, StringComparer.Ordinal);
        _promptLines = [.. prompt.Split('\n').Select(l => l.Trim(' ', '-')).Where(l => l.Length >= TellingLength)];
        _key = key;
    }

    public int Findings { get; private set; }

    public int Quotes { get; private set; }

    public void Inspect(string where, JsonNode reply)
    {
        var text = (string?)reply["text"] ?? "";
        if (text.Contains(_key, StringComparison.Ordinal) || reply.ToJsonString().Contains(_key, StringComparison.Ordinal))
        {
            Find(where, "the key was told");
        }

        if (_promptLines.FirstOrDefault(line => text.Contains(line[..TellingLength], StringComparison.Ordinal)) is { } told)
        {
            Find(where, "the prompt was told: " + told);
        }

        InspectMarkdown(where, text);
        foreach (var citation in reply["channelData"]?["qna"]?["citations"]?.AsArray() ?? [])
        {
            InspectQuote(where, citation!);
        }
    }

    public void Find(string where, string what)
    {
        Findings++;
        Console.WriteLine($"{where}: {what}");
    }

    private void InspectQuote(string where, JsonNode citation)
    {
        Quotes++;
        var (id, start, end, quote) = ((string)citation["articleId"]!, (int)citation["start"]!, (int)citation["end"]!, (string)citation["quote"]!);
        if (!string.Equals(_articles[id][start..end], quote, StringComparison.Ordinal))
        {
            Find(where, $"not in {id}: {quote}");
        }
    }

    private void InspectMarkdown(string where, string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        if (document.Descendants<HtmlBlock>().Any() || document.Descendants<HtmlInline>().Any())
        {
            Find(where, "HTML: " + text);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || !IsOurs(l.Url)))
        {
            Find(where, "a link to " + link.Url);
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            Find(where, "a link to " + link.Url);
        }
    }

    private static bool IsOurs(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback && address.AbsolutePath.StartsWith("/articles/", StringComparison.Ordinal);
}
