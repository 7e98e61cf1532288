namespace QnA.Models.Passages;

/// <summary>Counts tokens of texts.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface ITokenCounter
{
    /// <summary>Counts the tokens of a text.</summary>
    int Count(string text);
}
