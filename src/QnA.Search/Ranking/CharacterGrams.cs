using QnA.Search.Analysis;

namespace QnA.Search.Ranking;

/// <summary>The character n-grams of a question, looked for in sentences: they see through endings, compounds and spelling.</summary>
/// <remarks>Four letters with the spaces between words; two in scripts without spaces. For one question and one thread.</remarks>
internal sealed class CharacterGrams
{
    private readonly Dictionary<ulong, int> _grams = [];
    private readonly int _length;
    private int[] _seen;
    private int _sentence;

    public CharacterGrams(string question)
    {
        var unspaced = question.Count(Scripts.IsUnspaced);
        _length = unspaced * 2 > question.Length && !question.AsSpan().ContainsAnyInRange('\u0E01', '\u0EFF') ? 2 : 4;
        _seen = [];
        Scan(question, gram => _grams.TryAdd(gram, _grams.Count));
        _seen = new int[_grams.Count];
    }

    /// <summary>Gets how many n-grams the question has.</summary>
    public int Count => _grams.Count;

    /// <summary>Returns how many of the question's n-grams a text has, each once, and how many n-grams it has itself.</summary>
    public (int Shared, int Own) CountIn(ReadOnlySpan<char> text)
    {
        var (shared, own) = (0, 0);
        _sentence++;
        Scan(text, gram =>
        {
            own++;
            if (_grams.TryGetValue(gram, out var index) && _seen[index] != _sentence)
            {
                _seen[index] = _sentence;
                shared++;
            }
        });
        return (shared, own);
    }

    // Sixteen bits a character: the last n characters are the low bits of one number.
    private void Scan(ReadOnlySpan<char> text, Action<ulong> found)
    {
        var mask = _length == 4 ? ulong.MaxValue : uint.MaxValue;
        ulong gram = ' ';
        var characters = 1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length && (char.IsLetterOrDigit(text[i]) || Scripts.KindAt(text, i, out _) == CharacterKind.Mark)
                ? char.ToLowerInvariant(text[i])
                : ' ';
            if (c == ' ' && (char)(gram & 0xFFFF) == ' ')
            {
                continue;
            }

            gram = ((gram << 16) | c) & mask;
            if (++characters >= _length)
            {
                found(gram);
            }
        }
    }
}
