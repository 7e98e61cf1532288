using System.Text;
using CsCheck;
using QnA.Core.Verification;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Output;

/// <summary>What holds for every output of a model, in whatever chunks it comes.</summary>
public class ModelOutputPropertyTests
{
    [Fact]
    public void Parse_AnyChunks_GivesTheSame() =>
        Gen.Select(OutputGenerator.Outputs, OutputGenerator.Sizes).Sample((output, sizes) =>
        {
            var whole = Harbour.Judge(output, "");
            var chunked = Harbour.Judge(output, "", OutputGenerator.Cut(output, sizes));

            Assert.Equal(whole.Sent.Select(c => c.Text), chunked.Sent.Select(c => c.Text));
            Assert.Equal(whole.Refused.Select(c => (c.Draft.Text, c.Reason)), chunked.Refused.Select(c => (c.Draft.Text, c.Reason)));
            Assert.Equal(whole.SaysNotFound, chunked.SaysNotFound);
        });

    [Fact]
    public void Verify_AnyOutput_EveryQuoteIsVerbatim() =>
        OutputGenerator.Outputs.Sample(output => AssertVerbatim(Harbour.Judge(output, "What is told?").Sent));

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
}
