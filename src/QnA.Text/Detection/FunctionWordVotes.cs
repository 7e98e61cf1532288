using System.Collections.Frozen;
using System.Numerics;
using QnA.Text.Words;

namespace QnA.Text.Detection;

/// <summary>Tells languages apart by their most frequent words, which no text of some sentences goes without.</summary>
/// <remarks>Takes microseconds and no memory to speak of, where a model of letters takes milliseconds and megabytes. Safe for concurrent use.</remarks>
internal sealed class FunctionWordVotes
{
    // What is asked of the words to count as certain: of running text a third to a half are function words, in Turkish or Arabic, which
    // join them to others, a sixth; names, lists and tables have few.
    private const double CertainShare = 0.15;
    private const double CertainVotes = 3;
    private const double CertainSecond = 0.5;

    // A language of which hardly any frequent word is there is not the text's.
    private const int PossibleWords = 2;
    private const double PossibleShare = 0.08;

    private const int MaxWords = 200;

    private readonly string[] _languages;
    private readonly ulong _unlisted;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Creates the votes of some languages.</summary>
    /// <param name="languages">ISO 639 codes; at most 64.</param>
    public FunctionWordVotes(IReadOnlyCollection<string> languages)
    {
        _languages = [.. languages];
        var words = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _languages.Length; i++)
        {
            var own = new FunctionWords(_languages[i]).All;
            _unlisted |= own.Count > 0 ? 0 : 1UL << i;
            foreach (var word in own)
            {
                // A Latin letter that stands alone is a word in a dozen languages and a name or number in the others.
                if (word is [_, _, ..] or [>= '\u0370'])
                {
                    words[word] = words.GetValueOrDefault(word) | (1UL << i);
                }
            }
        }

        _lookup = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the languages.</summary>
    public IReadOnlyList<string> Languages => _languages;

    /// <summary>Tells which languages a text may be in.</summary>
    /// <param name="text">The text.</param>
    /// <returns>
    /// The languages, the likeliest first; none where the text is in none of them, or is no prose. And whether it is certainly in one of them.
    /// </returns>
    public (IReadOnlyList<string> Languages, bool IsCertain) Among(string text)
    {
        Span<int> words = stackalloc int[64];
        Span<double> votes = stackalloc double[64];
        var count = Count(text, words, votes);
        var first = 0;
        for (var i = 1; i < _languages.Length; i++)
        {
            first = votes[i] > votes[first] ? i : first;
        }

        var isCertain = _unlisted == 0 && words[first] >= count * CertainShare && votes[first] >= CertainVotes;
        var possible = new List<(double Votes, string Language)>();
        for (var i = 0; i < _languages.Length; i++)
        {
            if (isCertain
                ? votes[i] > votes[first] * CertainSecond
                : (_unlisted & (1UL << i)) != 0 || (words[i] >= PossibleWords && words[i] >= count * PossibleShare))
            {
                possible.Add((votes[i], _languages[i]));
            }
        }

        return ([.. possible.OrderByDescending(language => language.Votes).Select(language => language.Language)], isCertain);
    }

    // A word that several languages have is a part of a vote for each.
    private int Count(string text, Span<int> words, Span<double> votes)
    {
        var count = 0;
        var scan = new WordScanner(text);
        while (count < MaxWords && scan.MoveNext())
        {
            count++;
            if (_lookup.TryGetValue(scan.Word, out var languages))
            {
                var vote = 1.0 / BitOperations.PopCount(languages);
                for (; languages != 0; languages &= languages - 1)
                {
                    var language = BitOperations.TrailingZeroCount(languages);
                    words[language]++;
                    votes[language] += vote;
                }
            }
        }

        return count;
    }
}
