using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QnA.BotFramework.Hosting;

namespace QnA.BotLoad.Chaos;

/// <summary>Looks whether everything that was acknowledged is still there, and whether the index has become what the articles are.</summary>
internal sealed class Auditor(HttpClient client, BotUnderTest bot, Newsroom newsroom, Ledger ledger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Compares what was acknowledged before this call with what is kept.</summary>
    public async Task AuditAsync(CancellationToken cancellationToken)
    {
        var (answers, thumbs) = (ledger.Answers.ToArray(), ledger.Thumbs.ToArray());
        using var storage = new SqliteStorage(bot.State);
        var conversations = await ReadAsync(storage, "directline/conversations/", cancellationToken);
        foreach (var (message, conversation) in answers)
        {
            if (!conversations.TryGetValue(conversation, out var memory) || !memory.Contains($"\"{message}\"", StringComparison.Ordinal))
            {
                ledger.Lose("an answer is not remembered in its conversation");
            }
        }

        var feedback = await ReadAsync(storage, "feedback/directline/", cancellationToken);
        foreach (var ((conversation, message, person), reaction) in thumbs)
        {
            var key = "reply-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message}\n{person}")));
            if (!feedback.TryGetValue(conversation, out var rated) || (string?)JsonNode.Parse(rated)?[key]?["Reaction"] != reaction)
            {
                ledger.Lose("a thumb");
            }
        }

        await AuditFilesAsync(cancellationToken);
    }

    /// <summary>Waits until the index has every article that stands, in its version, and none that was removed; what is left after a minute is held against the bot.</summary>
    public async Task AuditIndexAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        List<string> wrong;
        while ((wrong = await DifferencesAsync(cancellationToken)).Count > 0 && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellationToken);
        }

        wrong.ForEach(id => ledger.Lose($"the index does not have {id} as it stands"));
    }

    private static async Task<Dictionary<string, string>> ReadAsync(SqliteStorage storage, string prefix, CancellationToken cancellationToken)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        await foreach (var (key, value) in storage.ListAsync(prefix, cancellationToken))
        {
            found[key[prefix.Length..]] = JsonSerializer.Serialize(value);
        }

        return found;
    }

    private async Task AuditFilesAsync(CancellationToken cancellationToken)
    {
        var added = ledger.Files.Keys.ToArray();
        var listed = JsonNode.Parse(await client.GetStringAsync(new Uri("uploads", UriKind.Relative), cancellationToken))!["files"]!.AsArray()
            .Select(file => (string)file!["name"]!).ToHashSet(StringComparer.Ordinal);

        // One that was removed meanwhile is no longer in the ledger.
        foreach (var name in added.Where(name => !listed.Contains(name) && ledger.Files.ContainsKey(name)))
        {
            ledger.Lose("the file " + name);
        }
    }

    private async Task<List<string>> DifferencesAsync(CancellationToken cancellationToken)
    {
        List<string> wrong = [];
        var expected = newsroom.Current.Select(a => (a.Key, a.Value)).Concat(ledger.Files.Values.Select(f => (Key: f.Id, Value: (string?)f.Version)));
        foreach (var (id, version) in expected)
        {
            using var response = await client.GetAsync(new Uri($"articles/{id}?format=json", UriKind.Relative), cancellationToken);
            var shown = response.StatusCode == HttpStatusCode.OK
                ? (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["version"]
                : null;
            if (shown != version)
            {
                wrong.Add(id);
            }
        }

        return wrong;
    }
}
