using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QnA.Core.Access;
using QnA.Core.Ingestion;
using QnA.Core.Registration;
using QnA.Core.Retrieval;
using QnA.Lucene.Access;
using QnA.Answering.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Maintenance;
using QnA.Lucene.Retrieval;

namespace QnA.Lucene.Registration;

/// <summary>Registers the embedded index.</summary>
public static class LuceneQnABuilderExtensions
{
    /// <summary>Adds the Lucene index: the store of articles, its maintenance, and the search in it.</summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    /// <param name="path">The directory of the index; <see langword="null"/> for that of the setting <c>Index:Path</c>.</param>
    /// <returns>The same builder.</returns>
    public static QnABuilder AddLuceneIndex(this QnABuilder builder, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSettings<IndexOptions>(IndexOptions.Section)
            .PostConfigure<RelativePaths>((options, paths) => options.Path = paths.Resolve(path ?? options.Path));
        services.TryAddSingleton<LuceneArticleStore>();
        services.TryAddSingleton<IArticleStore>(provider => provider.GetRequiredService<LuceneArticleStore>());
        services.TryAddSingleton<IStoreMaintenance, IndexMaintenance>();
        services.TryAddSingleton<IVisibleArticles, LuceneVisibleArticles>();
        services.TryAddSingleton<IPassageIndex, LucenePassageIndex>();
        return builder.Provide<IPassageSearch, PassageSearch>();
    }
}
