using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using QnA.Conformance;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Core.Tests.Articles;

public class ArticleTextTests
{
    private const int Iterations = 3000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Gen<(ArticleText Text, TextSpan Span)> TextsWithSpans =
        from value in HostileText.Texts
        let text = new ArticleText("a", value)
        from start in Gen.Int[0, text.Length]
        from end in Gen.Int[start, text.Length]
        select (text, new TextSpan(start, end));

    [Fact]
    public void Value_AnyText_KeepsEveryOffsetAndIsValidUtf16() =>
        HostileText.Texts.Sample(
            given =>
            {
                var text = new ArticleText("a", given);
                Assert.Equal(given.Length, text.Length);
                Assert.Equal(text.Value, StrictUtf8.GetString(StrictUtf8.GetBytes(text.Value)));
                for (var i = 0; i < given.Length; i++)
                {
                    Assert.True(text.Value[i] == given[i] || (text.Value[i] == '\uFFFD' && char.IsSurrogate(given[i])));
                }
            },
            iter: Iterations);

    [Fact]
    public void Value_ValidText_IsTheSameText() =>
        HostileText.Texts.Where(IsValid).Sample(given => Assert.Equal(given, new ArticleText("a", given).Value), iter: Iterations);

    // Not a theory: an attribute cannot hold a lone surrogate.
    [Fact]
    public void Value_LoneSurrogate_BecomesTheReplacementCharacter()
    {
        Assert.Equal("a\uFFFDb", new ArticleText("a", "a\uD800b").Value);
        Assert.Equal("\uFFFD\uFFFD", new ArticleText("a", "\uDC00\uD800").Value);
        Assert.Equal("\uFFFD😀", new ArticleText("a", "\uD800\uD83D\uDE00").Value);
        Assert.Equal("end\uFFFD", new ArticleText("a", "end\uD83D").Value);
    }

    [Fact]
    public void TryCut_AnySpan_QuoteIsTheSliceOrThereIsNone() =>
        TextsWithSpans.Sample(
            sample =>
            {
                var (text, span) = sample;
                if (!text.TryCut(span, out var quote))
                {
                    Assert.Null(quote);
                    Assert.Throws<ArgumentException>(() => text.Cut(span));
                    return;
                }

                Assert.Equal(text.Value.Substring(span.Start, span.Length), quote.Text);
                Assert.Equal(quote.Text, StrictUtf8.GetString(StrictUtf8.GetBytes(quote.Text)));
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(StrictUtf8.GetBytes(quote.Text))), quote.Sha256);
                Assert.Equal((text.ArticleId, text.Version, span), (quote.ArticleId, quote.Version, quote.Span));
                Assert.Equal(quote, text.Cut(span));
            },
            iter: Iterations);

    [Fact]
    public void IsBoundary_BetweenTextElementsOfTheRuntime_IsTrueButAtMarksAndJoiners() =>
        HostileText.Texts.Where(text => text.Length > 0).Sample(
            given =>
            {
                var text = new ArticleText("a", given);
                foreach (var start in StringInfo.ParseCombiningCharacters(text.Value).Skip(1))
                {
                    // The rules here are the stricter ones: a mark or a joiner is never cut off, whatever it stands on.
                    if (!IsMarkOrJoiner(text.Value, start) && text.Value[start - 1] != '\u200D')
                    {
                        Assert.True(text.IsBoundary(start), $"{start} of {text.Value}");
                    }
                }
            },
            iter: Iterations);

    [Fact]
    public void Widen_AnySpan_IsTheSmallestCuttableOneAroundItOrEmpty() =>
        TextsWithSpans.Sample(
            sample =>
            {
                var (text, span) = sample;
                var wide = text.Widen(span);
                Assert.True(wide.Contains(span));
                Assert.Equal(!wide.IsEmpty, text.TryCut(wide, out _));
                Assert.Equal(wide, text.Widen(wide));
                Assert.DoesNotContain(Enumerable.Range(wide.Start, span.Start - wide.Start).Skip(1), text.IsBoundary);
                Assert.DoesNotContain(Enumerable.Range(span.End, wide.End - span.End), text.IsBoundary);
            },
            iter: Iterations);

    [Fact]
    public void IsBoundary_InsideSurrogatePairOrAtEnds_IsAsDocumented() =>
        HostileText.Texts.Sample(
            given =>
            {
                var text = new ArticleText("a", given);
                Assert.True(text.IsBoundary(0) && text.IsBoundary(text.Length));
                for (var i = 1; i < text.Length; i++)
                {
                    Assert.False(char.IsLowSurrogate(text.Value[i]) && text.IsBoundary(i));
                }
            },
            iter: Iterations);

    [Theory]
    [InlineData("e\u0301", 1)]
    [InlineData("a\u0323\u0307", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("👨‍👩‍👧", 3)]
    [InlineData("❤\uFE0F", 1)]
    [InlineData("1\uFE0F\u20E3", 1)]
    [InlineData("か\u3099", 1)]
    [InlineData("कि", 1)]
    [InlineData("👍🏽", 2)]
    [InlineData("🇳🇴", 2)]
    [InlineData("🇸🇪🇳🇴", 6)]
    [InlineData("🏴\U000E0067\U000E007F", 2)]
    [InlineData("ﾊ\uFF9E", 1)]
    [InlineData("\u1100\u1161", 1)]
    [InlineData("\u1100\u1161\u11A8", 2)]
    [InlineData("가\u11A8", 1)]
    public void IsBoundary_InsideWhatIsSeenAsOne_IsFalse(string value, int position) =>
        Assert.False(new ArticleText("a", value).IsBoundary(position));

    [Theory]
    [InlineData("ab", 1)]
    [InlineData("e\u0301a", 2)]
    [InlineData("😀😀", 2)]
    [InlineData("🇸🇪🇳🇴", 4)]
    [InlineData("\u202Eאב\u202C", 1)]
    [InlineData("\n\u0301", 1)]
    [InlineData("\uFEFFa", 1)]
    [InlineData("\0a", 1)]
    [InlineData("漢字", 1)]
    [InlineData("가나", 1)]
    public void IsBoundary_BetweenWhatIsSeenAsTwo_IsTrue(string value, int position) =>
        Assert.True(new ArticleText("a", value).IsBoundary(position));

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void IsBoundary_OutsideTheText_Throws(int position) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArticleText("a", "abc").IsBoundary(position));

    [Fact]
    public void Span_BeyondTheText_CannotBeCutSlicedOrWidened()
    {
        var text = new ArticleText("a", "abc");
        var beyond = new TextSpan(1, 4);

        Assert.False(text.TryCut(beyond, out _));
        Assert.False(text.TryCut(new TextSpan(9, 12), out _));
        Assert.Throws<ArgumentException>(() => text.Cut(beyond));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Widen(beyond));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Slice(beyond).ToString());
    }

    [Fact]
    public void Cut_SpanThatSplits_SaysWhichArticleAndWhatToDo()
    {
        var error = Assert.Throws<ArgumentException>(() => new ArticleText("news/1", "e\u0301").Cut(new TextSpan(0, 1)));

        Assert.Contains("news/1", error.Message, StringComparison.Ordinal);
        Assert.Contains("[0..1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("Widen", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_DiffersWithOneCodeUnit_AndIsTheSha256OfTheUtf8Bytes()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new ArticleText("a", "abc").Version);
        Assert.Equal(new ArticleText("a", "abc").Version, new ArticleText("b", "abc").Version);
        Assert.NotEqual(new ArticleText("a", "é").Version, new ArticleText("a", "e\u0301").Version);
        Assert.NotEqual(new ArticleText("a", "a\n").Version, new ArticleText("a", "a\r\n").Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Constructor_NoId_Throws(string? id) => Assert.ThrowsAny<ArgumentException>(() => new ArticleText(id!, "text"));

    private static bool IsMarkOrJoiner(string text, int position) =>
        CharUnicodeInfo.GetUnicodeCategory(text, position)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || text[position] is '\u200D' or '\uFF9E' or '\uFF9F'
        || char.ConvertToUtf32(text, position) is (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);

    private static bool IsValid(string text)
    {
        try
        {
            StrictUtf8.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
