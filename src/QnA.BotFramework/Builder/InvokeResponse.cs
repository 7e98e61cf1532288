namespace Microsoft.Bot.Builder;

/// <summary>What the HTTP response to an activity says.</summary>
public class InvokeResponse
{
    /// <summary>Gets or sets the HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>Gets or sets the body, written as JSON; null for none.</summary>
    public object? Body { get; set; }

    /// <summary>Tells whether the status is one of success.</summary>
    /// <returns>True for 200 to 299.</returns>
    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}

/// <summary>What the HTTP response to an activity says, with a body of a known type.</summary>
/// <typeparam name="T">The body's type.</typeparam>
public class InvokeResponse<T> : InvokeResponse
{
    /// <summary>Gets or sets the body, written as JSON.</summary>
    public new T? Body
    {
        get => base.Body is T body ? body : default;
        set => base.Body = value;
    }
}
