using System.Diagnostics.CodeAnalysis;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Sdk;

/// <summary>Reads the loosely typed value of an activity, whatever JSON library the Bot Framework below uses.</summary>
internal static class ActivityValue
{
    /// <summary>Reads a value.</summary>
    /// <returns><see langword="false"/> where there is none or it has another shape.</returns>
    public static bool TryRead<T>(object? value, [NotNullWhen(true)] out T? read)
        where T : class
    {
        // Channel data has a reader that both SDKs share; a value has none.
        var carrier = new Activity { ChannelData = value };
        read = carrier.TryGetChannelData<T>(out var data) ? data : null;
        return read is not null;
    }
}
