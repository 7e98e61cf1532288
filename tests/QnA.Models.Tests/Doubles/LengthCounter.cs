using QnA.Models.Passages;

namespace QnA.Models.Tests.Doubles;

/// <summary>Takes four characters for a token.</summary>
internal sealed class LengthCounter : ITokenCounter
{
    public int Count(string text) => text.Length / 4;
}
