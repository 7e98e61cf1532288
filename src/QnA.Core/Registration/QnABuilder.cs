using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace QnA.Core.Registration;

/// <summary>Collects the parts of a QnA: <c>services.AddQnA().AddExtractiveAnswers().AddLuceneIndex()</c>.</summary>
/// <remarks>
/// The order of the calls does not matter, nor how often each is made. What an application registers itself as <c>IQuestionRewriter</c>,
/// <c>IPassageSearch</c> or <c>IAnswerer</c> takes the place of all that the parts give for it, registered before them or after.
/// </remarks>
public sealed class QnABuilder
{
    internal QnABuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services that the parts are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Wraps what the parts give for a port, as <c>ChatClientBuilder.Use</c> does: of several wrappers the first is the outermost.</summary>
    /// <typeparam name="TPort"><c>IQuestionRewriter</c>, <c>IPassageSearch</c> or <c>IAnswerer</c>.</typeparam>
    /// <param name="wrap">Makes the wrapper around the inner implementation; called once.</param>
    /// <returns>The same builder.</returns>
    public QnABuilder Use<TPort>(Func<TPort, IServiceProvider, TPort> wrap)
        where TPort : class
    {
        ArgumentNullException.ThrowIfNull(wrap);
        Services.AddSingleton(new PortLayer<TPort>(PortPlace.Application, (inner, services) => wrap(PortLayer.Inner(inner), services)));
        return this;
    }

    /// <summary>Gives a port its implementation; for the projects that bring a store, an answerer or a rewriter.</summary>
    /// <typeparam name="TPort"><c>IQuestionRewriter</c>, <c>IPassageSearch</c> or <c>IAnswerer</c>.</typeparam>
    /// <typeparam name="TImplementation">Made by dependency injection, once.</typeparam>
    /// <returns>The same builder.</returns>
    public QnABuilder Provide<TPort, TImplementation>()
        where TPort : class
        where TImplementation : class, TPort
    {
        Services.TryAddSingleton<TImplementation>();
        return Add<TPort, TImplementation>(PortPlace.Implementation, static (_, services) => services.GetRequiredService<TImplementation>());
    }

    /// <summary>Puts a language model around what answers or rewrites without one.</summary>
    /// <typeparam name="TPort"><c>IQuestionRewriter</c>, <c>IPassageSearch</c> or <c>IAnswerer</c>.</typeparam>
    /// <typeparam name="TKey">Tells one such layer from another, so that adding it twice adds it once.</typeparam>
    /// <param name="wrap">Makes the layer around the inner implementation; may return that as it is.</param>
    /// <returns>The same builder.</returns>
    public QnABuilder ProvideModel<TPort, TKey>(Func<TPort, IServiceProvider, TPort> wrap)
        where TPort : class
    {
        ArgumentNullException.ThrowIfNull(wrap);
        return Add<TPort, TKey>(PortPlace.Model, (inner, services) => wrap(PortLayer.Inner(inner), services));
    }

    /// <summary>Gives a port what is used where no other part implements it.</summary>
    internal QnABuilder ProvideDefault<TPort, TImplementation>()
        where TPort : class
        where TImplementation : class, TPort =>
        Add<TPort, TImplementation>(PortPlace.Default, static (_, services) => ActivatorUtilities.CreateInstance<TImplementation>(services));

    /// <summary>Makes a port out of its layers, unless the application has registered its own.</summary>
    internal QnABuilder Compose<TPort>()
        where TPort : class
    {
        Services.TryAddSingleton(static services => PortLayer.Build<TPort>(services));
        return this;
    }

    private QnABuilder Add<TPort, TKey>(PortPlace place, Func<TPort?, IServiceProvider, TPort> make)
        where TPort : class
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<PortLayer<TPort>, PortLayer<TPort, TKey>>(_ => new PortLayer<TPort, TKey>(place, make)));
        return this;
    }
}
