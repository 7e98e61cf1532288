using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests.Detection;

/// <summary>Articles of several languages in one index, none of which says its language.</summary>
public sealed class MixedLanguagesTests
{
    private static readonly Article[] Articles =
    [
        new("en", "The old bridges of the town were built by a mason. They have been closed since the flood of the year before."),
        new("de", "Die alten Häuser der Stadt wurden von einem Maurer gebaut. Sie sind seit dem Brand des Jahres davor geschlossen."),
        new("fr", "Les anciens moulins de la ville ont été construits par un maçon. Ils sont fermés depuis les travaux de l'année dernière."),
        new("ko", "등대는 섬의 북쪽에 있다. 등대를 어부들이 지었다."),
    ];

    [Fact]
    public async Task PutAsync_NoLanguageStated_IndexesEachByItsOwnAndKeepsWhatWasGiven()
    {
        using var folder = new IndexFolder();
        using var store = folder.Open();
        await IndexFolder.PutAsync(store, Articles);

        foreach (var article in Articles)
        {
            var found = await store.FindAsync(article.Id, TestContext.Current.CancellationToken);
            Assert.NotNull(found);
            Assert.Null(found.Language);
            Assert.Equal(article.Id, found.TextLanguage);
            Assert.Equal(article.Fingerprint, found.Fingerprint);
            Assert.True(new ArticleFilter { Languages = [article.Id] }.Passes(found));
        }

        Assert.Equal(["de", "en", "fr", "ko"], (await store.GetOverviewAsync(TestContext.Current.CancellationToken)).Languages);
    }
}
