using QnA.Core.Retrieval;
using QnA.Search.Analysis;

namespace QnA.Search.Ranking;

/// <summary>Which terms of a question stand where in a passage.</summary>
internal sealed class PassageView
{
    private readonly List<(int Term, int Position)>[] _sentences;
    private readonly bool[,] _has;
    private readonly bool[] _inTitle;
    private readonly bool[] _inPassage;

    public PassageView(RetrievedPassage retrieved, QuestionTerms terms, TermExtractor extractor)
    {
        var passage = retrieved.Passage;
        var text = retrieved.Article.Text;
        _sentences = new List<(int, int)>[passage.Sentences.Count];
        _has = new bool[passage.Sentences.Count, terms.Terms.Count];
        _inTitle = new bool[terms.Terms.Count];
        _inPassage = new bool[terms.Terms.Count];
        for (var i = 0; i < _sentences.Length; i++)
        {
            _sentences[i] = [];
            var position = 0;
            foreach (var term in extractor.Extract(text.Slice(passage.Sentences[i])))
            {
                if (terms.Indexes.TryGetValue(term.Text, out var index))
                {
                    _sentences[i].Add((index, position));
                    _has[i, index] = true;
                    _inPassage[index] = true;
                }

                position++;
            }
        }

        foreach (var term in extractor.Extract(retrieved.Article.Title))
        {
            if (terms.Indexes.TryGetValue(term.Text, out var index))
            {
                _inTitle[index] = true;
            }
        }
    }

    /// <summary>Gets how many sentences the passage has.</summary>
    public int Count => _sentences.Length;

    /// <summary>Returns the question's terms in a sentence, with their positions counted in terms.</summary>
    public IReadOnlyList<(int Term, int Position)> Own(int sentence) => _sentences[sentence];

    /// <summary>Returns how near a term stands to a sentence: 1 in it, the largest given value that applies near it, 0 where nowhere.</summary>
    public double Nearness(int term, int sentence, double before, double after, double title, double passage)
    {
        if (_has[sentence, term])
        {
            return 1;
        }

        var nearness = _inPassage[term] ? passage : 0;
        if (sentence > 0 && _has[sentence - 1, term])
        {
            nearness = Math.Max(nearness, before);
        }

        if (sentence + 1 < Count && _has[sentence + 1, term])
        {
            nearness = Math.Max(nearness, after);
        }

        return _inTitle[term] ? Math.Max(nearness, title) : nearness;
    }
}
