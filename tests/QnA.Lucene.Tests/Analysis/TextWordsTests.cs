using QnA.Answering.Analysis;
using QnA.Lucene.Analysis;
using QnA.Text;

namespace QnA.Lucene.Tests.Analysis;

public class TextWordsTests
{
    // What may join across the edge of a part: points, apostrophes, underscores, pairs of characters, marks, surrogates.
    private const string Pieces = "a b.c U.S D 1,2 3.4 d'e f’g h_i _ 渡船城市 서울은 한 ก็ดี ש״ס a·b l·l a-b é e\u0301 नदी ñ “q” \n\u200B\u200C\u200D 𠀀𠀁 x.y.z. ";

    [Fact]
    public void Of_AnyPart_HasTheWordsThatThePartAloneHas()
    {
        using var analysis = new LanguageAnalysis("en", new LuceneStemmer("en"));
        var random = new Random(5);
        var words = new TextWords();
        for (var round = 0; round < 60; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => Pieces[random.Next(Pieces.Length)]));
            words.Read(analysis, text);
            for (var start = 0; start <= text.Length; start++)
            {
                for (var end = start; end <= text.Length; end++)
                {
                    Assert.Equal(Terms(TextWords.Scan(analysis, text.AsSpan(start, end - start))), Terms(words.Of(new TextSpan(start, end))));
                }
            }
        }
    }

    [Fact]
    public void Read_AnotherText_ForgetsTheFirst()
    {
        using var analysis = new LanguageAnalysis("en", new LuceneStemmer("en"));
        var words = new TextWords();
        words.Read(analysis, string.Concat(Enumerable.Repeat("many words ", 2000)));
        Assert.Equal(4000, words.All.Count);

        words.Read(analysis, "Two words");

        Assert.Equal(["two", "word"], Terms(words.All));
        Assert.Equal(0, words.Of(new TextSpan(3, 3)).Count);
    }

    private static List<string> Terms(ArraySegment<WordInfo> words) => [.. words.Select(word => word.Term)];
}
