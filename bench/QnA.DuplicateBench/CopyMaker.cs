using System.Text;

namespace QnA.DuplicateBench;

/// <summary>How a copy differs from its original.</summary>
[Flags]
internal enum Change
{
    None = 0,

    /// <summary>The end is left out: 50 to 90 % of the paragraphs or sentences stay.</summary>
    Cut = 1,

    /// <summary>A sentence of another article stands before it, as a new lead does.</summary>
    Headed = 2,

    /// <summary>A place and an agency before it, credits after it.</summary>
    Byline = 4,

    /// <summary>Of its words 2 to 8 % are dropped, doubled, exchanged or replaced by words of other articles.</summary>
    Edited = 8,
}

/// <summary>Makes copies as newspapers do: cut, with another head, a byline, light editing; the same for the same seed.</summary>
internal sealed class CopyMaker(IReadOnlyList<string> texts, int seed)
{
    private static readonly string[] Places = ["LONDON", "NEW YORK", "Paris", "Tokyo", "WASHINGTON", "Bonn", "Sydney"];
    private static readonly string[] Agencies = ["Wire", "News Service", "AGENCY", "staff and agencies"];
    private static readonly string[] Names = ["Jane Doe", "John Smith", "Maria Rossi", "Ken Sato", "Anna Berg"];

    private readonly Random _random = new(seed);

    /// <summary>Makes a copy.</summary>
    public string Copy(string text, Change change)
    {
        var copy = change.HasFlag(Change.Cut) ? Cut(text) : text;
        copy = change.HasFlag(Change.Edited) ? Edit(copy) : copy;
        copy = change.HasFlag(Change.Headed) ? FirstSentence(Any(texts)) + "\n\n" + copy : copy;
        return change.HasFlag(Change.Byline)
            ? $"By {Any(Names)}\n\n{Any(Places)} ({Any(Agencies)}) - {copy}\n\n(Reporting by {Any(Names)}; editing by {Any(Names)})"
            : copy;
    }

    private string Cut(string text)
    {
        var share = 0.5 + (0.4 * _random.NextDouble());
        var sentences = Sentences(text);
        var kept = Math.Max(1, (int)Math.Round(share * sentences.Count));
        return string.Concat(sentences.Take(kept)).TrimEnd();
    }

    private string Edit(string text)
    {
        var share = 0.02 + (0.06 * _random.NextDouble());
        var words = text.Split(' ').ToList();
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (_random.NextDouble() >= share)
            {
                continue;
            }

            switch (_random.Next(4))
            {
                case 0:
                    words.RemoveAt(i);
                    break;
                case 1:
                    words.Insert(i, Any(Any(texts).Split(' ')));
                    break;
                case 2:
                    words[i] = Any(Any(texts).Split(' '));
                    break;
                default:
                    var other = Math.Min(words.Count - 1, i + 1);
                    (words[i], words[other]) = (words[other], words[i]);
                    break;
            }
        }

        return string.Join(' ', words);
    }

    private static string FirstSentence(string text) => Sentences(text)[0].Trim();

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var sentence = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            sentence.Append(text[i]);
            if (text[i] == '\n' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
            {
                sentences.Add(sentence.ToString());
                sentence.Clear();
            }
        }

        if (sentence.Length > 0)
        {
            sentences.Add(sentence.ToString());
        }

        return sentences;
    }

    private T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
