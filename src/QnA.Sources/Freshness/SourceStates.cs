using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace QnA.Sources.Freshness;

/// <summary>Keeps how each source fared, in a file each, so that the command line sees what the bot did.</summary>
/// <remarks>Safe for concurrent use, of several programs as well: a file is written whole before it takes its name.</remarks>
public sealed class SourceStates(IOptions<FreshnessOptions> options)
{
    private readonly string _folder = Path.GetFullPath(options.Value.StatePath);

    /// <summary>Gets how a source fared.</summary>
    /// <param name="address">Its address.</param>
    /// <returns>A state that says nothing where it was never read, or what is kept of it cannot be read.</returns>
    public SourceState Find(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            return JsonSerializer.Deserialize<SourceState>(File.ReadAllBytes(PathOf(address))) is { } state && state.Address == address
                ? state
                : new SourceState { Address = address };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return new SourceState { Address = address };
        }
    }

    /// <summary>Keeps how a source fared.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Put(SourceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Directory.CreateDirectory(_folder);
        var path = PathOf(state.Address);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(state));
        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string address) =>
        Path.Combine(_folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))}.json");
}
