using System.Numerics;
using QnA.Answering.Analysis;
using QnA.Text.Words;

namespace QnA.Answering.Ranking;

/// <summary>Looks for a question's terms and for what else tells in sentences.</summary>
/// <remarks>For one question and one thread.</remarks>
internal sealed class SentenceReader
{
    // Less alike words share a syllable by chance.
    private const float MinLikeness = 0.5f;

    private readonly QuestionTerms _terms;
    private readonly CharacterGrams _grams;
    private readonly Dictionary<WordInfo, float[]?> _likeness = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _numberPositions = [];
    private readonly List<int> _namePositions = [];

    public SentenceReader(QuestionTerms terms)
    {
        _terms = terms;
        _grams = new CharacterGrams(terms.Text);
    }

    /// <summary>Gets how many character n-grams the question has.</summary>
    public int QuestionGrams => _grams.Count;

    /// <summary>Reads a sentence.</summary>
    public void Read(Sentence sentence)
    {
        var text = sentence.Article.Article.Text.Slice(sentence.Span);
        _numberPositions.Clear();
        _namePositions.Clear();
        var words = new WordScanner(text);
        var position = 0;
        var lastTerm = -2;
        var likeness = new float[_terms.Terms.Count];
        while (words.MoveNext())
        {
            var info = sentence.Article.Analysis.Analyze(words.Word, words.IsPiece);
            var term = _terms.IndexOf(info.Term);
            sentence.Cues |= info.Cues;
            sentence.FirstCues = position == 0 ? info.Cues : sentence.FirstCues;
            if (term >= 0)
            {
                sentence.Terms |= 1UL << term;
                sentence.Places.Add(new TermPlace(term, position));
                lastTerm = (_terms.Content & (1UL << term)) != 0 ? position : lastTerm;
            }
            else
            {
                ReadNew(sentence, info, position);
                AddLikeness(info, likeness);
                sentence.DefinesTerm |= info.Cues.Has(WordCues.Copula) && lastTerm == position - 1;
            }

            position++;
        }

        sentence.Words = position;
        sentence.Likeness = likeness;
        sentence.NumberDistance = Nearest(sentence, _numberPositions);
        sentence.NameDistance = Nearest(sentence, _namePositions);
        (sentence.Grams, sentence.OwnGrams) = _grams.CountIn(text);
    }

    private void ReadNew(Sentence sentence, WordInfo info, int position)
    {
        sentence.NewCues |= info.Cues;
        if (info.Cues.Has(WordCues.Digit | WordCues.NumberWord))
        {
            sentence.NewNumbers++;
            _numberPositions.Add(position);
        }

        if (info.Cues.Has(WordCues.Capital) && !info.Cues.Has(WordCues.Function) && position > 0)
        {
            sentence.HasLongName |= _namePositions.Count > 0 && _namePositions[^1] == position - 1;
            sentence.NewNames++;
            _namePositions.Add(position);
        }
    }

    private void AddLikeness(WordInfo info, float[] likeness)
    {
        if (info.Letters.Count == 0)
        {
            return;
        }

        if (!_likeness.TryGetValue(info, out var word))
        {
            word = LikenessOf(info);
            _likeness.Add(info, word);
        }

        for (var t = 0; word is not null && t < likeness.Length; t++)
        {
            likeness[t] = Math.Max(likeness[t], word[t]);
        }
    }

    private float[]? LikenessOf(WordInfo info)
    {
        float[]? likeness = null;
        for (var content = _terms.Content; content != 0; content &= content - 1)
        {
            var t = BitOperations.TrailingZeroCount(content);
            var alike = (float)_terms.Terms[t].Info.Letters.ContainedIn(info.Letters);
            if (alike >= MinLikeness)
            {
                likeness ??= new float[_terms.Terms.Count];
                likeness[t] = alike;
            }
        }

        return likeness;
    }

    private int Nearest(Sentence sentence, List<int> positions)
    {
        var nearest = int.MaxValue;
        foreach (var (term, place) in sentence.Places)
        {
            if ((_terms.Content & (1UL << term)) != 0)
            {
                foreach (var position in positions)
                {
                    nearest = Math.Min(nearest, Math.Abs(position - place));
                }
            }
        }

        return nearest;
    }
}
