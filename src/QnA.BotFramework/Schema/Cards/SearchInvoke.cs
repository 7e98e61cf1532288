using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The value of an <c>application/search</c> invoke.</summary>
public class SearchInvokeValue
{
    /// <summary>Gets or sets the kind of search: <c>search</c>, <c>searchAnswer</c> or <c>typeahead</c>.</summary>
    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    /// <summary>Gets or sets what is searched for.</summary>
    [JsonPropertyName("queryText")]
    public string? QueryText { get; set; }

    /// <summary>Gets or sets which page of results is wanted.</summary>
    [JsonPropertyName("queryOptions")]
    public SearchInvokeOptions? QueryOptions { get; set; }

    /// <summary>Gets or sets the search's context, such as the dataset of a card's input.</summary>
    [JsonPropertyName("context")]
    public object? Context { get; set; }
}

/// <summary>Which page of search results is wanted.</summary>
public class SearchInvokeOptions
{
    /// <summary>Gets or sets how many results to skip.</summary>
    [JsonPropertyName("skip")]
    public int Skip { get; set; }

    /// <summary>Gets or sets how many results to give.</summary>
    [JsonPropertyName("top")]
    public int Top { get; set; }
}

/// <summary>The answer to an <c>application/search</c> invoke.</summary>
public class SearchInvokeResponse : AdaptiveCardInvokeResponse;
