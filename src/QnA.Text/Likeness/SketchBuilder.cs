using System.Runtime.InteropServices;

namespace QnA.Text.Likeness;

/// <summary>Makes the sketches of texts, word by word; for one text after the other and one thread at a time.</summary>
/// <param name="shingleWords">How many words a shingle has; only measurements ask for another number.</param>
internal sealed class SketchBuilder(int shingleWords = TextSketch.ShingleWords)
{
    private readonly List<uint> _shingles = [];
    private readonly List<uint> _numbers = [];
    private readonly List<uint> _names = [];
    private readonly ulong[] _window = new ulong[shingleWords];
    private int _count;

    /// <summary>Adds the next word.</summary>
    public void Add(SketchedWord word)
    {
        _window[_count++ % _window.Length] = word.Hash;
        if (_count >= _window.Length)
        {
            _shingles.Add(WordHash.Combine(_window, _count % _window.Length));
        }

        if (word.IsNumber)
        {
            _numbers.Add(WordHash.Combine([word.Hash], 0));
        }
        else if (word.IsName)
        {
            _names.Add(WordHash.Combine([word.Hash], 0));
        }
    }

    /// <summary>Returns the sketch of the words that were added, and begins with another text.</summary>
    public TextSketch Build()
    {
        // What has fewer words is one shingle.
        if (_count > 0 && _count < _window.Length)
        {
            _shingles.Add(WordHash.Combine(_window.AsSpan(0, _count), 0));
        }

        _count = 0;
        return TextSketch.Restore(Sample(_shingles, TextSketch.Shingled), Sample(_numbers, TextSketch.Named), Sample(_names, TextSketch.Named));
    }

    private static HashSample Sample(List<uint> hashes, int size)
    {
        var sample = HashSample.Of(CollectionsMarshal.AsSpan(hashes), size);
        hashes.Clear();
        return sample;
    }
}
