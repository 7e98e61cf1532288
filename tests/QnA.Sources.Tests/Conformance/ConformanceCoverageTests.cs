using System.Reflection;
using QnA.Core.Ingestion;

namespace QnA.Sources.Tests.Conformance;

public sealed class ConformanceCoverageTests
{
    [Fact]
    public void EverySource_HasAConformanceClass()
    {
        var sources = typeof(ArticleSourceFactory).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IArticleSource)))
            .ToList();
        var covered = typeof(ConformanceCoverageTests).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ArticleSourceConformanceTests)))
            .Select(type => type.GetCustomAttribute<ConformanceOfAttribute>()?.Source)
            .OfType<Type>();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.Except(covered));
    }
}
