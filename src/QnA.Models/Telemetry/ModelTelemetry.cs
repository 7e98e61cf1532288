using System.Diagnostics;
using System.Diagnostics.Metrics;
using QnA.Core.Usage;

namespace QnA.Models.Telemetry;

/// <summary>Who serves a model, for traces and metrics.</summary>
/// <param name="Provider">The name of the provider, as the conventions have it.</param>
/// <param name="Model">The name of the model.</param>
/// <param name="Address">Where it is served.</param>
internal sealed record ServedModel(string Provider, string Model, Uri? Address);

/// <summary>
/// Traces and measures calls to models by the names of the OpenTelemetry semantic conventions for generative AI (version 1.41.0,
/// in development). No tag holds a prompt or what a model wrote. Safe for concurrent use.
/// </summary>
internal sealed class ModelTelemetry : IDisposable
{
    /// <summary>The activity source and the meter of calls to models.</summary>
    public const string Source = "QnA.Models";

    public const string Chat = "chat";
    public const string Embeddings = "embeddings";

    // The bounds that the conventions recommend.
    private static readonly double[] Seconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    private static readonly long[] Tokens =
        [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864];

    private readonly ActivitySource _source = new(Source);
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstChunk;
    private readonly Counter<double> _cost;
    private readonly TimeProvider _time;

    public ModelTelemetry(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Source);
        var seconds = new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds };
        _tokens = meter.CreateHistogram(
            "gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.", tags: null, new InstrumentAdvice<long> { HistogramBucketBoundaries = Tokens });
        _duration = meter.CreateHistogram("gen_ai.client.operation.duration", "s", "GenAI operation duration.", tags: null, seconds);
        _firstChunk = meter.CreateHistogram(
            "gen_ai.client.operation.time_to_first_chunk", "s", "Time to receive the first chunk of a streamed response.", tags: null, seconds);
        _cost = meter.CreateCounter<double>("qna.model.cost", "{currency}", "What calls to models cost by the configured prices.");
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    /// <summary>Begins a call.</summary>
    /// <param name="operation"><see cref="Chat"/> or <see cref="Embeddings"/>.</param>
    /// <param name="model">What is called.</param>
    public ModelOperation Start(string operation, ServedModel model) =>
        new(this, _source.StartActivity($"{operation} {model.Model}", ActivityKind.Client), operation, model);

    /// <summary>One call.</summary>
    internal sealed class ModelOperation : IDisposable
    {
        private readonly ModelTelemetry _telemetry;
        private readonly Activity? _activity;
        private readonly long _started;
        private readonly TagList _tags;
        private string? _error;
        private bool _hasFirstChunk;

        public ModelOperation(ModelTelemetry telemetry, Activity? activity, string operation, ServedModel model)
        {
            _telemetry = telemetry;
            _activity = activity;
            _started = telemetry._time.GetTimestamp();
            _tags = new TagList
            {
                { "gen_ai.operation.name", operation },
                { "gen_ai.provider.name", model.Provider },
                { "gen_ai.request.model", model.Model },
            };
            if (model.Address is { } address)
            {
                _tags.Add("server.address", address.Host);
                _tags.Add("server.port", address.Port);
            }

            foreach (var tag in _tags)
            {
                activity?.SetTag(tag.Key, tag.Value);
            }
        }

        /// <summary>Adds what only the span says.</summary>
        public void Tag(string name, object? value) => _activity?.SetTag(name, value);

        /// <summary>Tells that the first piece of the response is there; later pieces do not matter.</summary>
        public void Heard()
        {
            if (!_hasFirstChunk)
            {
                _hasFirstChunk = true;
                _telemetry._firstChunk.Record(Elapsed, _tags);
            }
        }

        /// <summary>Tells what the call took.</summary>
        public void Used(ModelUsage usage)
        {
            _activity?.SetTag("gen_ai.usage.input_tokens", usage.InputTokens)
                .SetTag("gen_ai.usage.output_tokens", usage.OutputTokens)
                .SetTag("qna.usage.estimated", usage.IsEstimated);
            Count("input", usage.InputTokens, usage.IsEstimated);
            Count("output", usage.OutputTokens, usage.IsEstimated);
            if (usage.Cost is { } cost)
            {
                _activity?.SetTag("qna.cost", (double)cost.Amount).SetTag("qna.currency", cost.Currency);
                _telemetry._cost.Add((double)cost.Amount, With("qna.currency", cost.Currency));
            }
        }

        /// <summary>Tells that the call failed, by the type of the error: its message may hold anything.</summary>
        public void Fail(Exception exception) => _error ??= exception.GetType().FullName;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_error is not null)
            {
                _activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", _error);
            }

            _telemetry._duration.Record(Elapsed, _error is null ? _tags : With("error.type", _error));
            _activity?.Dispose();
        }

        private double Elapsed => _telemetry._time.GetElapsedTime(_started).TotalSeconds;

        private void Count(string type, long tokens, bool isEstimated)
        {
            if (tokens > 0)
            {
                var tags = With("gen_ai.token.type", type);
                tags.Add("qna.usage.estimated", isEstimated);
                _telemetry._tokens.Record(tokens, tags);
            }
        }

        private TagList With(string name, object? value)
        {
            var tags = _tags;
            tags.Add(name, value);
            return tags;
        }
    }
}
