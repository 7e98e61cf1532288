using System.Text;
using CsCheck;
using QnA.Core.Verification;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Output;

/// <summary>What holds for every output of a model, in whatever chunks it comes.</summary>
public class ModelOutputPropertyTests
{
    private static readonly string[] Pieces =
    [
        "The bridge is 74 metres long", "The council approved the repair", "improved", "did not", "may", "€2.3 million", "19 votes", "3 June 1911",
        "Calloway", "Renn", "“the basin", "town exists”", "\"", "'", "[1.4]", "[2.3]", "[1.1-1.3]", "【2.4】", "[", "]", "1.4", "[9.9]", "[1.4",
        ". ", ".", ",", " ", "\n", "\n\n", "- ", "**", "`", "# ", "NOT_FOUND", "<think>", "</think>", "http://evil.example", "<b>", "&lt;", "…", "...",
        "\u202E", "\0", "\uD83D", "\uDE00", "é", "桥长", "不", "1/0", "99999999999999999999999999999999 million", "٣", "²", "½", "Ⅷ",
    ];

    private static readonly Gen<string> Outputs = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Parse_AnyChunks_GivesTheSame() =>
        Gen.Select(Outputs, Gen.Int[1, 7].Array[1, 20]).Sample((output, sizes) =>
        {
            var whole = Harbour.Judge(output, "");
            var chunked = Harbour.Judge(output, "", Cut(output, sizes));

            Assert.Equal(whole.Sent.Select(c => c.Text), chunked.Sent.Select(c => c.Text));
            Assert.Equal(whole.Refused.Select(c => (c.Draft.Text, c.Reason)), chunked.Refused.Select(c => (c.Draft.Text, c.Reason)));
            Assert.Equal(whole.SaysNotFound, chunked.SaysNotFound);
        });

    [Fact]
    public void Verify_AnyOutput_EveryQuoteIsVerbatim() =>
        Outputs.Sample(output => AssertVerbatim(Harbour.Judge(output, "What is told?").Sent));

    [Fact]
    public void Verify_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            AssertVerbatim(Harbour.Judge(Encoding.UTF8.GetString(bytes), "").Sent);
            AssertVerbatim(Harbour.Judge(Encoding.Unicode.GetString(bytes), "").Sent);
        });

    private static void AssertVerbatim(List<VerifiedClaim> claims) =>
        Assert.All(claims.SelectMany(claim => claim.Quotes), q =>
            Assert.Equal(q.Article.Text.Value[q.Quote.Span.Start..q.Quote.Span.End], q.Quote.Text));

    private static List<string> Cut(string text, int[] sizes)
    {
        var chunks = new List<string>();
        for (int start = 0, i = 0; start < text.Length; i++)
        {
            var length = Math.Min(sizes[i % sizes.Length], text.Length - start);
            chunks.Add(text.Substring(start, length));
            start += length;
        }

        return chunks;
    }
}
