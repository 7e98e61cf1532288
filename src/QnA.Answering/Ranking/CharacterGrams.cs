using System.Numerics;
using QnA.Text.Words;

namespace QnA.Answering.Ranking;

/// <summary>The character n-grams of a question, looked for in sentences: they see through endings, compounds and spelling.</summary>
/// <remarks>
/// Four letters with the spaces between words; two in scripts without spaces. Every character of every candidate is looked up, so the
/// n-grams stand in a table of their own, a quarter full, rather than a dictionary. For one question and one thread.
/// </remarks>
internal sealed class CharacterGrams
{
    // 2^64 divided by the golden ratio: neighbouring numbers land far apart (Knuth, The Art of Computer Programming 3, section 6.4).
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    // No n-gram is 0, because none has a null character.
    private readonly ulong[] _slots;
    private readonly int[] _seen;
    private readonly int _shift;
    private readonly int _length;
    private int _sentence;

    public CharacterGrams(string question)
    {
        var unspaced = question.Count(Scripts.IsUnspaced);
        _length = unspaced * 2 > question.Length && !question.AsSpan().ContainsAnyInRange('\u0E01', '\u0EFF') ? 2 : 4;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 4 * (question.Length + 2)));
        _shift = 64 - BitOperations.Log2((uint)size);
        _slots = new ulong[size];
        _seen = new int[size];
        var grams = new Scanner(question, _length);
        while (grams.MoveNext())
        {
            var slot = SlotOf(grams.Current);
            Count += _slots[slot] == 0 ? 1 : 0;
            _slots[slot] = grams.Current;
        }
    }

    /// <summary>Gets how many n-grams the question has.</summary>
    public int Count { get; }

    /// <summary>Returns how many of the question's n-grams a text has, each once, and how many n-grams it has itself.</summary>
    public (int Shared, int Own) CountIn(ReadOnlySpan<char> text)
    {
        var (shared, own) = (0, 0);
        _sentence++;
        var grams = new Scanner(text, _length);
        while (grams.MoveNext())
        {
            own++;
            var slot = SlotOf(grams.Current);
            if (_slots[slot] != 0 && _seen[slot] != _sentence)
            {
                _seen[slot] = _sentence;
                shared++;
            }
        }

        return (shared, own);
    }

    // Where the n-gram stands, or where it would.
    private int SlotOf(ulong gram)
    {
        var slot = (int)((gram * Spread) >> _shift);
        while (_slots[slot] != 0 && _slots[slot] != gram)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    /// <summary>The n-grams of a text, one after the other. Sixteen bits a character: the last n characters are the low bits of one number.</summary>
    private ref struct Scanner(ReadOnlySpan<char> text, int length)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ulong _mask = length == 4 ? ulong.MaxValue : uint.MaxValue;
        private int _next;
        private int _characters = 1;

        /// <summary>Gets the n-gram.</summary>
        public ulong Current { get; private set; } = ' ';

        /// <summary>Goes to the next n-gram.</summary>
        public bool MoveNext()
        {
            while (_next <= _text.Length)
            {
                var c = CharacterAt(_next++);
                if (c == ' ' && (char)(Current & 0xFFFF) == ' ')
                {
                    continue;
                }

                Current = ((Current << 16) | c) & _mask;
                if (++_characters >= length)
                {
                    return true;
                }
            }

            return false;
        }

        private readonly char CharacterAt(int at)
        {
            if (at == _text.Length)
            {
                return ' ';
            }

            var c = _text[at];
            if (char.IsAscii(c))
            {
                return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : ' ';
            }

            return char.IsLetterOrDigit(c) || Scripts.KindAt(_text, at, out _) == CharacterKind.Mark ? char.ToLowerInvariant(c) : ' ';
        }
    }
}
