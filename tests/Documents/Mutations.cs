using System.IO.Compression;
using System.Text;

namespace QnA.Documents;

/// <summary>Damages files the way disks, networks and attackers do; the same seed damages in the same way.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "</", "&", "&#0;", "&#xD800;", "<![CDATA[", "<!--", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<div>", "<table>", "<p ", "\"", "'",
            "[", "]", "<<", ">>", "(", ")", "/", " 0 R", "obj", "endobj", "stream", "endstream", "/Length 99999999", "/Filter /FlateDecode",
            "BT", "ET", "Tj", "-1", "2147483647", "99999999999999999999", "1e400", "NaN", "\\", "\\u", "{", "}", "---\n", "> ", "- ", "# ", "|", "`", "*", "![",
            "PK\u0003\u0004", "w:p", "w:tbl", "w:val=''", "\0", "\n", "\r\n", "\uFEFF", "\u202E", "\uFFFD", "𝒳",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80, 0x00, 0x00, 0x00], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0],
    ];

    private readonly Random _random = new(seed);

    /// <summary>Damages a file; a zip archive as often inside of its parts as outside.</summary>
    public byte[] Damage(byte[] file)
    {
        var isArchive = file.AsSpan().StartsWith("PK\x03\x04"u8);
        if (isArchive && _random.Next(3) > 0)
        {
            return DamagePart(file);
        }

        var damaged = file.ToList();
        for (var i = Math.Min(8, 1 + (int)(-Math.Log(1 - _random.NextDouble()) * 2)); i > 0; i--)
        {
            DamageOnce(damaged);
        }

        return [.. damaged];
    }

    private byte[] DamagePart(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var parts = archive.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        }).ToArray();
        var part = _random.Next(parts.Length);
        switch (_random.Next(10))
        {
            case 0:
                parts = [.. parts.Where((_, i) => i != part)];
                break;
            case 1:
                parts = [.. parts, parts[part]];
                break;
            case 2:
                parts[part].FullName += "x";
                break;
            default:
                parts[part].Item2 = Damage(parts[part].Item2);
                break;
        }

        return ArchiveFiles.Zip(parts);
    }

    private void DamageOnce(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 + _random.Next(_random.Next(2) == 0 ? 8 : 200));
        switch (_random.Next(7))
        {
            case 0 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                var copied = bytes.GetRange(at, length);
                bytes.InsertRange(_random.Next(bytes.Count + 1), copied);
                break;
            case 5 when _random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var times = _random.Next(20) == 0 ? 2000 : 1;
                var token = Tokens[_random.Next(Tokens.Length)];
                for (var i = 0; i < times; i++)
                {
                    bytes.InsertRange(at, token);
                }

                break;
        }
    }
}
