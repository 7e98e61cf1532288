using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Evaluation.Sets;

namespace QnA.Cli.Evaluation;

/// <summary>Asks questions of indexes that lack the articles which answer them.</summary>
internal sealed class WithoutGoldRun(IServiceProvider services, Terminal terminal, EvaluationSettings settings)
{
    /// <summary>Asks every answerable question whose articles exist.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="problems">Where to say what could not be done.</param>
    /// <param name="cancellationToken">Stops the work; what was answered until then is returned.</param>
    /// <returns>The answers in the order of the questions, and how many indexes were made.</returns>
    public async Task<(Answer?[] Answers, int Folds)> RunAsync(
        IReadOnlyList<EvaluationQuestion> questions, List<string> problems, CancellationToken cancellationToken)
    {
        var answers = new Answer?[questions.Count];
        var articles = await ReadArticlesAsync(cancellationToken);
        var folds = GoldFolds.Of(questions, articles.Select(a => a.Id).ToHashSet(StringComparer.Ordinal), settings.Folds);
        var made = 0;
        foreach (var fold in folds)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            List<Article> left = [.. articles.Where(article => !fold.ArticleIds.Contains(article.Id))];
            if (left.Count == 0)
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{fold.Questions.Count:N0} questions could not be asked without their articles: through shared questions these are all articles there are."));
                continue;
            }

            made++;
            var what = string.Create(CultureInfo.InvariantCulture, $"without their articles (part {made} of {folds.Count})");
            var asked = await AskAsync(left, [.. fold.Questions.Select(i => questions[i])], what, cancellationToken);
            for (var i = 0; i < asked.Length; i++)
            {
                answers[fold.Questions[i]] = asked[i];
            }
        }

        return (answers, made);
    }

    private async Task<Answer?[]> AskAsync(
        List<Article> articles, List<EvaluationQuestion> questions, string what, CancellationToken cancellationToken)
    {
        using var index = new TemporaryIndex();
        var own = CliServices.Build(index.Path);
        await using (own)
        {
            try
            {
                var writer = await own.GetRequiredService<IArticleStore>().OpenWriterAsync(cancellationToken);
                await using (writer)
                {
                    foreach (var article in articles)
                    {
                        await writer.PutAsync(article, cancellationToken);
                    }

                    await writer.CommitAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return new Answer?[questions.Count];
            }

            return await new QuestionAsker(own, terminal, settings.Parallel).AskAsync(questions, what, cancellationToken);
        }
    }

    // In the order of their ids, so that every run makes the same indexes.
    private async Task<List<Article>> ReadArticlesAsync(CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IArticleStore>();
        List<string> ids;
        var writer = await store.OpenWriterAsync(cancellationToken);
        await using (writer)
        {
            ids = [.. writer.Stored.Keys.Order(StringComparer.Ordinal)];
        }

        var articles = new List<Article>(ids.Count);
        foreach (var id in ids)
        {
            if (await store.FindAsync(id, cancellationToken) is { } article)
            {
                articles.Add(article);
            }
        }

        return articles;
    }
}
