using System.Diagnostics.Metrics;

namespace QnA.Core.Tests.Telemetry;

/// <summary>A factory whose meters a test can tell from those of all other tests.</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    /// <summary>Hears every measurement of the meters of this factory, as <c>name tag=value…: value</c>; durations without their value.</summary>
    public MeterListener Listen(List<string> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == this)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, $": {value}", tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, " in " + instrument.Unit, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (heard)
            {
                heard.Add(instrument.Name + string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}")) + value);
            }
        }
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
