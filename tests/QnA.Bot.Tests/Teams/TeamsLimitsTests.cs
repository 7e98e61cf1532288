using CsCheck;
using QnA.Bot.Teams;

namespace QnA.Bot.Tests.Teams;

public sealed class TeamsLimitsTests
{
    [Fact]
    public void Shorten_AnyText_IsWithinTheLimitOneLineAndHasWholeCharacters() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char, Gen.Const('\n'), Gen.Const('e'), Gen.Const('\u0301'), Gen.Const('\uD83D'), Gen.Const('\uDE00')), 0, 60], Gen.Int[2, 40])
            .Sample((text, limit) =>
            {
                var shortened = TeamsLimits.Shorten(text, limit);
                Assert.InRange(shortened.Length, 0, limit);
                Assert.DoesNotContain('\n', shortened);
            });

    [Fact]
    public void Shorten_LongText_EndsWithAnEllipsisAndNotInsideACharacter()
    {
        Assert.Equal("ab…", TeamsLimits.Shorten("ab😀cd", 4));
        Assert.Equal("ab😀…", TeamsLimits.Shorten("ab😀cd", 5));
        Assert.Equal("ab😀cd", TeamsLimits.Shorten("ab😀cd", 6));
    }
}
