namespace QnA.Text.Words;

/// <summary>Finds where the particles begin that Korean writes together with a noun.</summary>
/// <remarks>
/// By a list and by the rule that most particles have one form after a final consonant and another after a vowel: 마을 is a word, 길을 a
/// word and a particle. Nouns that end like a particle and follow the rule (고양이) are taken apart; articles and questions alike.
/// </remarks>
internal static class KoreanParticles
{
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';

    // Final consonants of a block of syllables: none, then 27 (Unicode Standard, chapter 3.12); ㄹ is the eighth.
    private const int Finals = 28;
    private const int Rieul = 8;

    // Longest first.
    private static readonly string[] AfterAny = Longest(
        "의 에 에서 에게 에게서 에는 에도 에서는 에서도 에서의 에만 까지 까지는 까지의 부터 부터는 부터의 만 만의 만이 도 처럼 보다 보다는 께 께서 께서는 한테 한테서 " +
        "마다 조차 마저 밖에 뿐 들 들은 들이 들을 들의 들에게 들에게는 들과 들도 에게는 에게도 하고");

    private static readonly string[] AfterConsonant = Longest(
        "은 이 을 과 과의 과는 으로 으로는 으로도 으로의 으로부터 으로서 으로써 이나 이며 이고 이라 이라는 이라고 이란 이다 이었다 이었던 입니다 입니까 인가요 인가 인");

    private static readonly string[] AfterVowel = Longest(
        "는 가 를 와 와의 와는 로 로는 로도 로의 로부터 로서 로써 나 며 라는 라고 란 였다 였던 입니다 입니까 인가요 인가");

    private static readonly string[] AfterRieul = Longest("로 로는 로도 로의 로부터 로서 로써");

    // What as often ends a noun of two syllables: 나이, 국가, 온도, 도로, 결과, 회의, 대만.
    private const string EndsNouns = "이가도로과의만나들인";

    /// <summary>Tells whether a character is a whole Korean syllable.</summary>
    public static bool IsSyllable(char c) => c is >= FirstSyllable and <= LastSyllable;

    /// <summary>Returns how many syllables of a run are not its particle; all where it has none.</summary>
    /// <param name="run">A run of syllables between spaces.</param>
    public static int StemLength(ReadOnlySpan<char> run)
    {
        var length = run.Length - Math.Max(Ending(run, AfterAny, _ => true), Ending(run, AfterConsonant, final => final > 0));
        return Math.Min(length, run.Length - Math.Max(Ending(run, AfterVowel, final => final == 0), Ending(run, AfterRieul, final => final == Rieul)));
    }

    /// <summary>Tells whether a pair of syllables has a particle in it and so says little.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the pair starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public static bool HasParticle(string text, int start, int end)
    {
        var (first, last) = (start, end);
        while (first > 0 && IsSyllable(text[first - 1]))
        {
            first--;
        }

        while (last < text.Length && IsSyllable(text[last]))
        {
            last++;
        }

        var run = text.AsSpan(first, last - first);
        return end > first + StemLength(run) && !(run.Length == 2 && EndsNouns.Contains(run[1], StringComparison.Ordinal));
    }

    private static int Ending(ReadOnlySpan<char> run, string[] particles, Func<int, bool> fits)
    {
        foreach (var particle in particles)
        {
            if (run.Length > particle.Length && run.EndsWith(particle, StringComparison.Ordinal)
                && run[^(particle.Length + 1)] is var before && IsSyllable(before) && fits((before - FirstSyllable) % Finals))
            {
                return particle.Length;
            }
        }

        return 0;
    }

    private static string[] Longest(string particles) => [.. particles.Split(' ').OrderByDescending(particle => particle.Length)];
}
