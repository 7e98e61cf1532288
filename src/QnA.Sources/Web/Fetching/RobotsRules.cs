using System.Globalization;

namespace QnA.Sources.Web.Fetching;

/// <summary>What a robots.txt allows one program (RFC 9309), with the delay that many servers name in it.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
internal sealed class RobotsRules
{
    /// <summary>Everything is allowed: what holds where there is no robots.txt.</summary>
    public static readonly RobotsRules None = new([], TimeSpan.Zero);

    /// <summary>A longer delay would stop a source for good, which the file says in another way.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<(string Path, bool Allows)> _rules;

    private RobotsRules(IReadOnlyList<(string Path, bool Allows)> rules, TimeSpan delay)
    {
        _rules = rules;
        Delay = delay;
    }

    /// <summary>Gets how long the host wants to be left alone between two requests.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">The name by which this program goes in it, without a version.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var groups = Groups(text);
        var own = groups.Where(group => group.Agents.Contains(product, StringComparer.OrdinalIgnoreCase)).ToList();
        var used = own.Count > 0 ? own : groups.FindAll(group => group.Agents.Contains("*", StringComparer.Ordinal));
        return new RobotsRules([.. used.SelectMany(group => group.Rules)], used.Select(group => group.Delay).DefaultIfEmpty(TimeSpan.Zero).Max());
    }

    /// <summary>Tells whether an address may be fetched.</summary>
    /// <remarks>The longest rule that fits counts; of two of one length, the one that allows (RFC 9309, section 2.2.2).</remarks>
    public bool Allows(Uri uri)
    {
        var path = uri.PathAndQuery;
        var best = _rules
            .Where(rule => Fits(rule.Path, path))
            .OrderByDescending(rule => rule.Path.Length)
            .ThenByDescending(rule => rule.Allows)
            .Select(rule => (bool?)rule.Allows)
            .FirstOrDefault();
        return best ?? true;
    }

    private static List<Group> Groups(string text)
    {
        List<Group> groups = [];
        var inAgents = false;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            var content = line.Split('#')[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var (key, value) = (content[..colon].Trim().ToUpperInvariant(), content[(colon + 1)..].Trim());
            if (key == "USER-AGENT")
            {
                if (!inAgents)
                {
                    groups.Add(new Group());
                }

                groups[^1].Agents.Add(value.Split('/', ' ')[0]);
                inAgents = true;
            }
            else if (groups.Count > 0 && key is "ALLOW" or "DISALLOW" or "CRAWL-DELAY")
            {
                inAgents = false;
                groups[^1].Add(key, value);
            }
        }

        return groups;
    }

    // Greedy from the left, which is enough for '*' and '$', and takes time in the product of the two lengths at most.
    private static bool Fits(string rule, string path)
    {
        var atEnd = rule.EndsWith('$');
        var parts = (atEnd ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var position = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var last = atEnd && i == parts.Length - 1;
            if (last)
            {
                return path.Length - position >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + parts[i].Length;
        }

        return !atEnd || position == path.Length;
    }

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<(string Path, bool Allows)> Rules { get; } = [];

        public TimeSpan Delay { get; private set; }

        public void Add(string key, string value)
        {
            if (key == "CRAWL-DELAY")
            {
                Delay = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                    ? TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds))
                    : Delay;
            }
            else if (value.Length > 0)
            {
                Rules.Add((value, key == "ALLOW"));
            }
        }
    }
}
