using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace QnA.BotLoad.Chaos;

/// <summary>Writes articles, changes and removes them, and remembers every text that ever stood under an id. Safe for concurrent use.</summary>
internal sealed class Newsroom
{
    private const int KeptArticles = 40;
    private const int ChangingArticles = 20;
    private const double VanishingShare = .25;

    private static readonly string[] Heads = ["Vend", "Torm", "Asker", "Brill", "Corv", "Dunm", "Elst", "Farr", "Gild", "Hark"];
    private static readonly string[] Tails = ["elby", "owick", "ingsund", "asterholm", "iruna", "ostrand"];
    private static readonly string[] People = ["Runa Holm", "Tomas Vik", "Ines Calder", "Olaf Berg", "Mira Sand", "Jon Arden"];

    private readonly ConcurrentDictionary<(string Id, string Version), string> _everStood = new();
    private readonly ConcurrentDictionary<string, string?> _current = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly string _desk;
    private int _revision;

    /// <summary>Writes the first articles.</summary>
    /// <param name="folder">Where the bot reads them.</param>
    /// <param name="desk">Where they are written before they are moved there whole; on the same file system.</param>
    /// <param name="random">Chooses their numbers and names.</param>
    public Newsroom(string folder, string desk, Random random)
    {
        (_folder, _desk) = (folder, desk);
        for (var i = 0; i < KeptArticles + ChangingArticles; i++)
        {
            Write(IdOf(i), PlaceOf(i), random);
        }
    }

    /// <summary>Gets what stands in the folder now: the id of each article with its version, or null where it was removed.</summary>
    public IReadOnlyDictionary<string, string?> Current => _current;

    public int Changes => _revision;

    public static string Ask(Random random)
    {
        var place = PlaceOf(random.Next(KeptArticles + ChangingArticles));
        return random.Next(5) switch
        {
            0 => $"How many berths does the harbour of {place} have?",
            1 => $"Who is the harbour master of {place}?",
            2 => $"How long does the ferry from {place} take?",
            3 => $"How much herring did the fish market of {place} sell?",
            _ => $"What colour is the town hall of {place}?",
        };
    }

    public static string AnyId(Random random) => IdOf(random.Next(KeptArticles + ChangingArticles));

    /// <summary>Changes or removes one of the articles that change.</summary>
    public void ChangeOne(Random random)
    {
        var number = KeptArticles + random.Next(ChangingArticles);
        var id = IdOf(number);
        if (_current[id] is not null && random.NextDouble() < VanishingShare)
        {
            _current[id] = null;
            File.Delete(FileOf(id));
            Interlocked.Increment(ref _revision);
        }
        else
        {
            Write(id, PlaceOf(number), random);
        }
    }

    /// <summary>Writes an article that somebody will add, and gives it as a file of JSON Lines with the version of its text.</summary>
    public (string File, string Version) WriteAddition(string id, Random random)
    {
        var text = TextOf($"New {id}", random);
        return (LineOf(id, $"News of {id}", text), Remember(id, text));
    }

    /// <summary>Tells whether a text ever stood under an id.</summary>
    public bool Stood(string id, string version) => _everStood.ContainsKey((id, version));

    /// <summary>Looks whether a citation's quote is, letter for letter, at its place in a text that stood under its id.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public string? Check(JsonNode citation)
    {
        var (id, version) = ((string)citation["articleId"]!, (string)citation["version"]!);
        var (start, end, quote) = ((int)citation["start"]!, (int)citation["end"]!, (string)citation["quote"]!);
        if (!_everStood.TryGetValue((id, version), out var text))
        {
            return $"{id} never had the version {version}: {quote}";
        }

        return start >= 0 && start < end && end <= text.Length && string.Equals(text[start..end], quote, StringComparison.Ordinal)
            ? null
            : $"not at {start} to {end} of {id}: {quote}";
    }

    private static string IdOf(int number) => $"{(number < KeptArticles ? "kept" : "changing")}-{number}";

    private static string PlaceOf(int number) => Heads[number % Heads.Length] + Tails[number / Heads.Length];

    private static string LineOf(string id, string title, string text) => new JsonObject { ["id"] = id, ["title"] = title, ["text"] = text }.ToJsonString() + "\n";

    private static string TextOf(string place, Random random) => string.Create(CultureInfo.InvariantCulture, $"""
        {place} is a town on the north shore, and its people live from the sea.

        The harbour of {place} has {random.Next(20, 900)} berths. {People[random.Next(People.Length)]} has been the harbour master of {place} since {random.Next(1990, 2026)}. The ferry from {place} takes {random.Next(15, 240)} minutes to the mainland.

        The fish market of {place} sold {random.Next(100, 9000)} tons of herring last year. Its hall was built for {random.Next(2, 90)} million crowns.
        """).ReplaceLineEndings("\n");

    private string FileOf(string id) => Path.Combine(_folder, id + ".jsonl");

    private void Write(string id, string place, Random random)
    {
        var text = TextOf(place, random);
        var draft = Path.Combine(_desk, id);
        File.WriteAllText(draft, LineOf(id, $"Report {Interlocked.Increment(ref _revision)} on {place}", text));

        // Remembered before the bot can see it.
        _current[id] = Remember(id, text);
        File.Move(draft, FileOf(id), overwrite: true);
    }

    private string Remember(string id, string text)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        _everStood[(id, version)] = text;
        return version;
    }
}
