using System.Text.Json;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>A state as one turn has it: its properties, and what the storage had when they were read. Belongs to one turn.</summary>
public class CachedBotState
{
    private const string ETagName = "eTag";

    private Dictionary<string, string> _stored;
    private string _eTag;

    /// <summary>Initializes the state.</summary>
    /// <param name="item">What the storage had; null for nothing.</param>
    internal CachedBotState(object? item)
    {
        var entries = SchemaJson.ConvertTo<IDictionary<string, object?>>(item) ?? new Dictionary<string, object?>(StringComparer.Ordinal);
        _eTag = entries.TryGetValue(ETagName, out var eTag) && eTag is not null ? eTag.ToString()! : item is null ? string.Empty : "*";
        State = entries.Where(e => e.Key != ETagName && e.Value is not null).ToDictionary(e => e.Key, e => e.Value!, StringComparer.Ordinal);
        _stored = Serialize(State);
    }

    /// <summary>Gets or sets the properties by name.</summary>
    public IDictionary<string, object> State { get; set; }

    /// <summary>Gets a value indicating whether the state was saved in this turn, so that its eTag is no longer the storage's.</summary>
    internal bool IsSaved { get; private set; }

    /// <summary>Tells whether a property differs from what the storage had.</summary>
    /// <returns>Whether there is something to save.</returns>
    public bool IsChanged()
    {
        var now = Serialize(State);
        return now.Count != _stored.Count || now.Any(p => _stored.GetValueOrDefault(p.Key) != p.Value);
    }

    /// <summary>Gets a property; of what was read as plain JSON each call makes a copy, and only what is set is saved.</summary>
    internal bool TryGet<T>(string name, out T value)
    {
        value = default!;
        if (!State.TryGetValue(name, out var found))
        {
            return false;
        }

        if (found is T typed)
        {
            value = typed;
            return true;
        }

        if (SchemaJson.ConvertTo<T>(found) is not { } converted)
        {
            return false;
        }

        value = converted;
        return true;
    }

    internal void Set(string name, object? value)
    {
        if (value is null)
        {
            State.Remove(name);
        }
        else
        {
            State[name] = value;
        }
    }

    /// <summary>Gets what goes into the storage.</summary>
    internal Dictionary<string, object> ToStore() => new(State, StringComparer.Ordinal) { [ETagName] = _eTag };

    internal void MarkSaved()
    {
        _stored = Serialize(State);
        IsSaved = true;
    }

    /// <summary>Repeats this turn's changes on what the storage has now.</summary>
    /// <exception cref="ETagConflictException">Another turn has changed a property that this turn changed too.</exception>
    internal void Rebase(CachedBotState current, string key)
    {
        var mine = Serialize(State);
        foreach (var name in mine.Keys.Union(_stored.Keys).Union(current._stored.Keys).ToList())
        {
            var before = _stored.GetValueOrDefault(name);
            var theirs = current._stored.GetValueOrDefault(name);
            var own = mine.GetValueOrDefault(name);
            if (theirs == before || theirs == own)
            {
                continue;
            }

            if (own != before)
            {
                throw new ETagConflictException($"{key}#{name}");
            }

            Set(name, current.State.TryGetValue(name, out var value) ? value : null);
        }

        _stored = current._stored;
        _eTag = current._eTag;
        IsSaved = false;
    }

    private static Dictionary<string, string> Serialize(IDictionary<string, object> state) => state.ToDictionary(
        p => p.Key, p => JsonSerializer.Serialize(p.Value, p.Value.GetType(), SchemaJson.Wire), StringComparer.Ordinal);
}
