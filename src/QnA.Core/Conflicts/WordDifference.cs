using QnA.Text.Words;

namespace QnA.Core.Conflicts;

/// <summary>A place where two sentences that are otherwise alike differ; counted in tokens.</summary>
/// <param name="LeftStart">Where it starts in the first.</param>
/// <param name="LeftEnd">The position after it.</param>
/// <param name="RightStart">Where it starts in the second.</param>
/// <param name="RightEnd">The position after it.</param>
internal readonly record struct WordDifference(int LeftStart, int LeftEnd, int RightStart, int RightEnd)
{
    /// <summary>Gets whether only one of the sentences has words here.</summary>
    public bool IsOneSided => LeftStart == LeftEnd || RightStart == RightEnd;

    /// <summary>Returns the places where two texts differ, in order, and how many tokens they share in the same order.</summary>
    public static (List<WordDifference> Differences, int Shared) Between(IReadOnlyList<Word> left, IReadOnlyList<Word> right)
    {
        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                common[i, j] = left[i].Folded == right[j].Folded ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<WordDifference> found = [];
        var (l, r) = (0, 0);
        while (l < left.Count || r < right.Count)
        {
            if (l < left.Count && r < right.Count && left[l].Folded == right[r].Folded)
            {
                (l, r) = (l + 1, r + 1);
                continue;
            }

            var (leftStart, rightStart) = (l, r);
            while ((l < left.Count || r < right.Count) && !(l < left.Count && r < right.Count && left[l].Folded == right[r].Folded))
            {
                if (r == right.Count || (l < left.Count && common[l + 1, r] >= common[l, r + 1]))
                {
                    l++;
                }
                else
                {
                    r++;
                }
            }

            found.Add(new WordDifference(leftStart, l, rightStart, r));
        }

        return (found, common[0, 0]);
    }
}
