using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace QnA.BotLoad.Chaos;

/// <summary>What the bot acknowledged and must not lose, what it was seen to do, and what is held against it. Safe for concurrent use.</summary>
internal sealed class Ledger
{
    // A request that was under way when a fault ended may fail a little later.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Fault, long> _ends = new();
    private readonly ConcurrentDictionary<string, Failure> _failures = new(StringComparer.Ordinal);
    private readonly long _started = Stopwatch.GetTimestamp();
    private volatile string _last = "the start";

    /// <summary>Gets the messages that answered a question, each with its conversation, once the turn had ended.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the thumbs: conversation, message and person, with the reaction.</summary>
    public ConcurrentDictionary<(string Conversation, string Message, string Person), string> Thumbs { get; } = new();

    /// <summary>Gets the files that were added: name, with the id and version of their article.</summary>
    public ConcurrentDictionary<string, (string Id, string Version)> Files { get; } = new(StringComparer.Ordinal);

    public Counter Asked { get; } = new();

    public Counter Answered { get; } = new();

    public Counter Quotes { get; } = new();

    /// <summary>Gets how often something could not be kept, and the bot said so, while the disk was full.</summary>
    public Counter Refused { get; } = new();

    /// <summary>Gets how many requests a killed bot did not answer, or a clock's step made invalid.</summary>
    public Counter Excused { get; } = new();

    public Counter Lost { get; } = new();

    public int Failures => _failures.Values.Sum(failure => failure.Count);

    public IEnumerable<Failure> FailuresByCount => _failures.Values.OrderByDescending(failure => failure.Count);

    /// <summary>Notes that a fault began; it lasts until <see cref="End"/>.</summary>
    public void Begin(Fault kind)
    {
        _last = kind.ToString();
        _ends[kind] = long.MaxValue;
    }

    public void End(Fault kind) => _ends[kind] = Stopwatch.GetTimestamp();

    /// <summary>Tells whether a fault was there at any moment since a time, as <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public bool Was(Fault kind, long since) => _ends.TryGetValue(kind, out var end) && (end == long.MaxValue || Stopwatch.GetElapsedTime(since, end) > -Slack);

    public void Fail(string what) => _failures.AddOrUpdate(
        what, _ => new Failure(what, 1, Stopwatch.GetElapsedTime(_started), _last), (_, failure) => failure with { Count = failure.Count + 1 });

    public void Lose(string what)
    {
        Lost.Add();
        Fail("lost: " + what);
    }

    /// <summary>Prints a line of the table.</summary>
    public string Row(int minute, MemoryWatch memory, int changes, IEnumerable<Fault> faults) => string.Create(CultureInfo.InvariantCulture,
        $"{minute,6} {Asked,7} {Answered,8} {Quotes,7} {Answers.Count,8} {Thumbs.Count,6} {Files.Count,5} {changes,7} {Refused,7} {Excused,7} {Failures,6} {memory.Last >> 20,5}  {string.Join(' ', faults)}");

    public static string Head { get; } =
        "minute   asked answered  quotes replies* thumbs* files* changes refused excused failed    MB  faults";
}

/// <summary>Something that the bot must not do.</summary>
/// <param name="What">What it did.</param>
/// <param name="Count">How often.</param>
/// <param name="First">When first, since the run was prepared.</param>
/// <param name="After">The fault that had begun last.</param>
internal sealed record Failure(string What, int Count, TimeSpan First, string After)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} times, first at {First:m\\:ss} after {After}: {What}");
}

/// <summary>A number that several threads count up.</summary>
internal sealed class Counter
{
    private int _value;

    public int Value => Volatile.Read(ref _value);

    public void Add() => Interlocked.Increment(ref _value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
