using System.ComponentModel.DataAnnotations;

namespace QnA.Models.Options;

/// <summary>The settings of the section <c>Model</c>.</summary>
public sealed class ModelOptions : EndpointOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Model";

    /// <summary>Gets or sets the models that are asked, in order, when the first one fails before its first sentence.</summary>
    /// <value>Empty by default. The last resort, quotes without a model, need not be listed.</value>
    public IList<EndpointOptions> Fallback { get; set; } = [];

    /// <summary>Gets or sets how long a model may take to its first token, and from one token to the next.</summary>
    /// <value>100 milliseconds to 10 minutes. The default is 15 seconds; a local model that must be loaded first needs more.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long a model may take to its whole answer.</summary>
    /// <value>100 milliseconds to 30 minutes; not less than <see cref="FirstTokenTimeout"/>. The default is 60 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:30:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how often a request is repeated that the server refused for the moment (408, 429, 5xx) or did not take.</summary>
    /// <value>0 to 5. The default is 2. A server's <c>Retry-After</c> is kept; one that is longer than <see cref="FirstTokenTimeout"/> is not waited for.</value>
    [Range(0, 5)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>Gets or sets how long a model that failed is left alone; then one question tries it again.</summary>
    /// <value>1 second to 1 hour. The default is 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many tokens of articles a prompt shows.</summary>
    /// <value>200 to 200,000 tokens of <c>o200k_base</c>. The default is 4,000: all that a search finds in articles of usual length.</value>
    [Range(200, 200_000)]
    public int MaxInputTokens { get; set; } = 4000;

    /// <summary>Gets or sets how many tokens a model may write.</summary>
    /// <value>50 to 16,000. The default is 800: a dozen sentences, and some thinking before.</value>
    [Range(50, 16_000)]
    public int MaxOutputTokens { get; set; } = 800;

    /// <summary>Gets or sets how many earlier turns of a conversation, questions and answers, a model sees of a follow-up question.</summary>
    /// <value>0 (follow-up questions are left to rules) to 50. The default is 6: three questions and their answers.</value>
    [Range(0, 50)]
    public int MaxHistoryTurns { get; set; } = 6;

    /// <summary>Gets or sets how many tokens those turns may have.</summary>
    /// <value>50 to 50,000 tokens of <c>o200k_base</c>. The default is 800; the oldest turns are left out first.</value>
    [Range(50, 50_000)]
    public int MaxHistoryTokens { get; set; } = 800;

    /// <summary>Gets or sets the folder of the prompts.</summary>
    /// <value>A path, relative to the folder of the application or of the process. The default is <c>prompts</c>.</value>
    [Required]
    public string Prompts { get; set; } = "prompts";

    /// <summary>Gets the models in the order in which they are asked.</summary>
    internal IEnumerable<EndpointOptions> Endpoints => new EndpointOptions[] { this }.Concat(Fallback).TakeWhile(endpoint => endpoint.IsModel);
}
