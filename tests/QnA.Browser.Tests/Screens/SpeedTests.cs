using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Screens;

/// <summary>Measures what people wait for; prints it and asserts nothing of it.</summary>
public sealed class SpeedTests(Browsers browsers, ShippedBot shipped)
{
    private const int Times = 20;

    // Stamps in the page, so that the driver's own time is not measured.
    private const string Watch =
        """
        () => {
          const times = window.measured = { answers: [], articles: [] };
          let asked = 0, clicked = 0;
          addEventListener('keydown', e => { if (e.key === 'Enter') { asked = performance.now(); } }, true);
          addEventListener('click', e => { if (e.target.closest('.cite')) { clicked = performance.now(); } }, true);
          new MutationObserver(() => {
            if (asked && document.querySelector('.exchange:last-child[data-state=done] .answer')) {
              times.answers.push(performance.now() - asked);
              asked = 0;
            }
            if (clicked && document.querySelector('#panel mark')) {
              const from = clicked;
              clicked = 0;
              requestAnimationFrame(() => times.articles.push(performance.now() - from));
            }
          }).observe(document.body, { childList: true, subtree: true, attributes: true });
        }
        """;

    [Fact]
    public async Task AnswersAndArticles_AreMeasured()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.Page.EvaluateAsync(Watch);
        for (var i = 0; i < Times; i++)
        {
            await window.AskAsync($"How many people were evacuated from Lower Quay in storm {i}?");
            await window.LastAnswer.Locator(".cite").First.ClickAsync();
            await Eventually.TrueAsync(async () => await window.Page.EvaluateAsync<int>("measured.articles.length") == i + 1);
            await window.Page.Keyboard.PressAsync("Escape");
        }

        var answers = await window.Page.EvaluateAsync<double[]>("measured.answers");
        var articles = await window.Page.EvaluateAsync<double[]>("measured.articles");
        Assert.Equal(Times, answers.Length);
        Assert.Equal(Times, articles.Length);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Enter to answer: {Median(answers):0} ms; click to marked article: {Median(articles):0} ms (medians of {Times}).");
    }

    private static double Median(double[] values) => values.Order().Skip((values.Length - 1) / 2).Take(2 - (values.Length % 2)).Average();
}
