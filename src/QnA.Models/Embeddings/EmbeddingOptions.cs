using System.ComponentModel.DataAnnotations;
using QnA.Models.Options;

namespace QnA.Models.Embeddings;

/// <summary>The settings of the section <c>Embeddings</c>.</summary>
public sealed class EmbeddingOptions : EndpointOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Embeddings";

    /// <summary>The value of <c>Embeddings:Provider</c> with which there is no embedding model.</summary>
    public const string None = "None";

    /// <summary>Creates the default settings: no embedding model.</summary>
    public EmbeddingOptions() => Provider = None;

    /// <summary>Gets or sets how many numbers a vector has.</summary>
    /// <value>0 (as many as the model gives) to 8,000. The default is 0. Only some models can give fewer than they have.</value>
    [Range(0, 8000)]
    public int Dimensions { get; set; }

    /// <summary>Gets or sets how many passages are embedded in one request.</summary>
    /// <value>1 to 2,000. The default is 64.</value>
    [Range(1, 2000)]
    public int BatchSize { get; set; } = 64;

    /// <summary>Gets or sets what is put before a passage.</summary>
    /// <value>Empty by default. Some models were trained with one, such as <c>search_document: </c>; see the model's card.</value>
    public string PassagePrefix { get; set; } = "";

    /// <summary>Gets or sets what is put before a question.</summary>
    /// <value>Empty by default. Some models were trained with one, such as <c>search_query: </c>; see the model's card.</value>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>Gets or sets how long the vector of a question may take; then the question is searched for by its words alone.</summary>
    /// <value>100 milliseconds to 1 minute. The default is 3 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan QuestionTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Gets or sets how long the vectors of <see cref="BatchSize"/> passages may take.</summary>
    /// <value>1 second to 30 minutes. The default is 2 minutes: a local model on a small machine takes its time.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how often a request is repeated that the server refused for the moment (408, 429, 5xx) or did not take.</summary>
    /// <value>0 to 5. The default is 2.</value>
    [Range(0, 5)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>Gets or sets how long the service is left alone by questions after one failed.</summary>
    /// <value>1 second to 1 hour. The default is 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets whether there is an embedding model.</summary>
    internal bool IsEnabled => !string.Equals(Provider, None, StringComparison.OrdinalIgnoreCase);
}
