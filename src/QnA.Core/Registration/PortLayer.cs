using Microsoft.Extensions.DependencyInjection;

namespace QnA.Core.Registration;

/// <summary>Where a layer of a port lies, from the inside out.</summary>
internal enum PortPlace
{
    /// <summary>Used where there is no implementation.</summary>
    Default,

    /// <summary>What a store, an answerer or a rewriter brings.</summary>
    Implementation,

    /// <summary>A language model around it.</summary>
    Model,

    /// <summary>A wrapper of the application.</summary>
    Application,
}

/// <summary>One layer of what implements a port.</summary>
/// <param name="place">Where it lies.</param>
/// <param name="make">Makes it around the layer further in, which is <see langword="null"/> for the first.</param>
internal class PortLayer<TPort>(PortPlace place, Func<TPort?, IServiceProvider, TPort> make)
    where TPort : class
{
    public PortPlace Place => place;

    public TPort Make(TPort? inner, IServiceProvider services) => make(inner, services);
}

/// <summary>A layer that is added once, however often its part is.</summary>
internal sealed class PortLayer<TPort, TKey>(PortPlace place, Func<TPort?, IServiceProvider, TPort> make) : PortLayer<TPort>(place, make)
    where TPort : class;

/// <summary>Makes a port of its layers.</summary>
internal static class PortLayer
{
    /// <summary>Makes a port.</summary>
    /// <exception cref="InvalidOperationException">No part implements it, or two parts do.</exception>
    public static TPort Build<TPort>(IServiceProvider services)
        where TPort : class
    {
        var layers = services.GetServices<PortLayer<TPort>>().ToLookup(layer => layer.Place);
        if (layers[PortPlace.Implementation].Count() > 1)
        {
            throw new InvalidOperationException($"Two parts implement {typeof(TPort).Name}. Add one of them, or register an {typeof(TPort).Name} of your own.");
        }

        var chosen = layers[PortPlace.Implementation].Concat(layers[PortPlace.Default]).Take(1)
            .Concat(layers[PortPlace.Model])
            .Concat(layers[PortPlace.Application].Reverse());
        return Inner(chosen.Aggregate(seed: (TPort?)null, (inner, layer) => layer.Make(inner, services)));
    }

    /// <summary>Insists on the layer further in.</summary>
    public static TPort Inner<TPort>(TPort? inner)
        where TPort : class =>
        inner ?? throw new InvalidOperationException(
            $"Nothing implements {typeof(TPort).Name}. Add a part that does, such as AddExtractiveAnswers() or AddLuceneIndex(), or register your own.");
}
