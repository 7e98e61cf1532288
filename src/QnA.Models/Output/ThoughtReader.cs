using System.Text;

namespace QnA.Models.Output;

/// <summary>Leaves out what some models write between tags before they answer, character by character. For one answer and one thread.</summary>
internal sealed class ThoughtReader
{
    private readonly StringBuilder _tail = new();
    private bool _isInside;

    /// <summary>Looks at the next character.</summary>
    /// <param name="c">The character.</param>
    /// <param name="text">What was read before it, from which the tag that it ends is taken; <see langword="null"/> where no tag can end.</param>
    /// <returns>Whether the character is no part of the answer.</returns>
    public bool Takes(char c, StringBuilder? text)
    {
        if (_isInside)
        {
            FindEnd(c);
            return true;
        }

        var beginning = Thoughts.Start.Length - 1;
        if (c != Thoughts.Start[^1] || text is null || text.Length < beginning
            || text.ToString(text.Length - beginning, beginning) != Thoughts.Start[..beginning])
        {
            return false;
        }

        text.Length -= beginning;
        _isInside = true;
        return true;
    }

    private void FindEnd(char c)
    {
        _tail.Append(c);
        if (_tail.Length > Thoughts.End.Length)
        {
            _tail.Remove(0, _tail.Length - Thoughts.End.Length);
        }

        if (_tail.Equals(Thoughts.End))
        {
            _isInside = false;
            _tail.Clear();
        }
    }
}
