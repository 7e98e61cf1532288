using System.Text.RegularExpressions;
using QnA.Bot.Web.Languages;
using QnA.Bot.Web.Pages;

namespace QnA.Bot.Tests.Web;

public sealed partial class PageLanguagesTests
{
    private static readonly IReadOnlyCollection<PageLanguage> Languages = new PageLanguages(new PageFiles()).All;

    [Fact]
    public void EveryLanguage_HasTheTextsOfEveryOtherWithTheSamePlaces()
    {
        var english = Languages.Single(l => l.Tag == "en");

        Assert.True(Languages.Count >= 2);
        foreach (var language in Languages)
        {
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), language.Keys.Order(StringComparer.Ordinal));
            Assert.All(language.Keys, key => Assert.Equal(Places(english[key]), Places(language[key])));
            Assert.All(language.Keys, key => Assert.NotEmpty(language[key]));
        }
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
