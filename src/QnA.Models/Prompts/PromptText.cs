using System.Text;

namespace QnA.Models.Prompts;

/// <summary>Makes text of others fit to stand between the tags of a prompt.</summary>
internal static class PromptText
{
    /// <summary>Returns the text on one line and without angle brackets, so that it closes no tag and begins no line.</summary>
    /// <remarks>Semantic Kernel encodes it once more, against tags of messages.</remarks>
    public static string Encode(ReadOnlySpan<char> text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '<':
                    encoded.Append("&lt;");
                    break;
                case '>':
                    encoded.Append("&gt;");
                    break;
                case '&':
                    encoded.Append("&amp;");
                    break;
                default:
                    encoded.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
                    break;
            }
        }

        return encoded.ToString();
    }
}
