namespace QnA.BotLoad.Chaos;

/// <summary>What is done to a bot or to what it stands on.</summary>
internal enum Fault
{
    /// <summary>The process is killed (SIGKILL) and started again.</summary>
    Kill,

    /// <summary>The process is stopped (SIGSTOP) and continued (SIGCONT).</summary>
    Pause,

    /// <summary>The file system of index, state and uploads has no room left.</summary>
    FullDisk,

    /// <summary>Others write to the same file system and ask for it on the disk after each megabyte.</summary>
    SlowDisk,

    /// <summary>The bot's clock is set forward, by a second to two hours.</summary>
    ClockForward,

    /// <summary>The bot's clock is set back to the machine's, or before it.</summary>
    ClockBack,

    /// <summary>Every article that changes at all changes or vanishes, several times a second.</summary>
    ArticleStorm,

    /// <summary>Nothing listens at the model's address.</summary>
    ModelGone,

    /// <summary>The model answers 500.</summary>
    ModelFails,

    /// <summary>The model takes a request and never answers it.</summary>
    ModelSilent,

    /// <summary>The model breaks off in the middle of an answer.</summary>
    ModelBreaksOff,

    /// <summary>The model answers what is no chat completion.</summary>
    ModelBabbles,
}

/// <summary>A fault in its place.</summary>
/// <param name="At">When it begins, from the beginning of the run.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Lasts">How long.</param>
/// <param name="Amount">From 0 to 1: how far a clock is set, for the kinds that have a measure.</param>
internal sealed record PlannedFault(TimeSpan At, Fault Kind, TimeSpan Lasts, double Amount)
{
    /// <summary>Plans the faults of a run: each kind once in a random order, then each again, one at a time.</summary>
    /// <param name="seed">The same seed gives the same plan.</param>
    /// <param name="duration">How long the run lasts; its last seconds are left without faults.</param>
    /// <param name="kinds">What can be done on this machine.</param>
    /// <remarks>Of a run that is long enough to judge memory the second half has no kill, so that one process lives through it.</remarks>
    public static IReadOnlyList<PlannedFault> Plan(int seed, TimeSpan duration, IReadOnlyCollection<Fault> kinds)
    {
        var random = new Random(seed);
        List<PlannedFault> plan = [];
        var at = FirstAfter;
        while (at + Longest + Calm < duration)
        {
            var order = kinds.ToArray();
            random.Shuffle(order);
            foreach (var kind in order)
            {
                var planned = new PlannedFault(at, kind, Shortest + (random.NextDouble() * (Longest - Shortest)), random.NextDouble());
                if (planned.At + Longest + Calm < duration && !(kind == Fault.Kill && duration >= MemoryWatch.Needed * 2 && at > duration / 2))
                {
                    plan.Add(planned);
                    at += planned.Lasts + Calm + (random.NextDouble() * Calm);
                }
            }
        }

        return plan;
    }

    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);
}
