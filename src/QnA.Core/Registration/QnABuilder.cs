using Microsoft.Extensions.DependencyInjection;

namespace QnA.Core.Registration;

/// <summary>Collects the parts of a QnA: <c>services.AddQnA().AddLuceneSearch().AddFileSources()</c>.</summary>
public sealed class QnABuilder
{
    internal QnABuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services that the parts are added to.</summary>
    public IServiceCollection Services { get; }
}
