using CsCheck;
using QnA.Text.Words;

namespace QnA.Text.Tests.Words;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("It isn't 1,500.5 m, e.g. Sputnik-V.", "It|isn't|1,500.5|m|e.g|Sputnik|V")]
    [InlineData("東京都 24次", "東京|京都|24|次")]
    [InlineData("กินข้าว", "กิน|นข้|ข้า|าว")]
    [InlineData("한국어", "한국|국어")]
    [InlineData("집은 섬에서 나이가", "집|집은|섬|섬에|에서|나이|이가")]
    [InlineData("橋はカードで建てた。", "橋|は|カー|ード|で|建|てた")]
    [InlineData("らーめん東京タワー", "らー|ーめ|めん|東京|タワ|ワー")]
    [InlineData("", "")]
    public void MoveNext_Text_GivesItsWords(string text, string words) => Assert.Equal(words, string.Join('|', Scan(text)));

    [Fact]
    public void MoveNext_AnyText_GivesWordsThatLieInItInOrder() => Gen.String.Sample(text =>
    {
        var words = new WordScanner(text);
        var (last, end) = (-1, -1);
        while (words.MoveNext())
        {
            Assert.True(words.Start >= last && words.End > Math.Max(end, words.Start) && words.End <= text.Length);
            (last, end) = (words.Start, words.End);
        }
    });

    private static List<string> Scan(string text)
    {
        var found = new List<string>();
        var words = new WordScanner(text);
        while (words.MoveNext())
        {
            found.Add(words.Word.ToString());
        }

        return found;
    }
}
