using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using QnA.Lucene.Index;

namespace QnA.Lucene.Retrieval;

/// <summary>Finds the passages that score best by the sum of their terms' scores, without scoring those that cannot be among them.</summary>
/// <remarks>
/// MaxScore (Turtle and Flood, Query evaluation: strategies and optimizations, 1995), a window of documents at a time: once as many passages as
/// are wanted have been seen, the terms that together score less than the worst of these no longer make a passage a candidate and are only
/// looked up in those of the others. That is most of the postings, for these are the frequent terms. What is found, scores included, is what Lucene's
/// own search finds.
/// </remarks>
internal sealed class TopPassages
{
    private const int Window = 2048;

    // Scores are computed in single precision, so one may exceed its bound by the last digit.
    private const double Slack = 1 + 1e-5;

    private readonly PassageSearcher _searcher;
    private readonly TermStates _states;
    private readonly List<Clause> _clauses;
    private readonly int _count;
    private readonly PriorityQueue<long, long> _best;
    private double _threshold = -1;

    private TopPassages(PassageSearcher searcher, TermStates states, List<Clause> clauses, int count)
    {
        (_searcher, _states, _clauses, _count) = (searcher, states, clauses, count);
        _best = new PriorityQueue<long, long>(count);
    }

    /// <summary>Finds passages.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="states">Where terms stand in it.</param>
    /// <param name="terms">Terms, each with its field and what its score is multiplied by.</param>
    /// <param name="count">How many passages at most.</param>
    /// <param name="scope">The articles that are searched; <see langword="null"/> for all.</param>
    /// <returns>Documents with their scores, best first; of equal ones the first of the index.</returns>
    public static List<(int Document, float Score)> Find(
        PassageSearcher searcher, TermStates states, IEnumerable<(string Field, string Term, float Boost)> terms, int count, ArticleScope? scope)
    {
        var clauses = terms.Select(term => Clause.Of(searcher, states.Find(term.Field, term.Term), term.Boost)).ToList();
        var top = new TopPassages(searcher, states, clauses, count);
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            top.Search(leaf, scope?.BitsOf(leaf));
        }

        var keys = top._best.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(keys);
        var found = new List<(int, float)>(keys.Length);
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            found.Add((DocumentOf(keys[i]), ScoreOf(keys[i])));
        }

        return found;
    }

    private void Search(AtomicReaderContext leaf, FixedBitSet? allowed)
    {
        var cursors = Open(leaf);
        Span<double> rest = new double[cursors.Length + 1];
        for (var i = cursors.Length - 1; i >= 0; i--)
        {
            rest[i] = rest[i + 1] + cursors[i].Bound;
        }

        Span<double> scores = stackalloc double[Window];
        Span<ulong> seen = stackalloc ulong[Window / 64];
        scores.Clear();
        seen.Clear();
        var essential = cursors.Length;
        while (true)
        {
            // Passages that have only the rest cannot reach those that are kept.
            while (essential > 0 && rest[essential - 1] <= _threshold)
            {
                essential--;
            }

            var first = DocIdSetIterator.NO_MORE_DOCS;
            foreach (ref var cursor in cursors.AsSpan(0, essential))
            {
                first = Math.Min(first, cursor.Document);
            }

            if (first == DocIdSetIterator.NO_MORE_DOCS)
            {
                break;
            }

            foreach (ref var cursor in cursors.AsSpan(0, essential))
            {
                cursor.AddTo(scores, seen, first);
            }

            Collect(leaf, cursors.AsSpan(essential), rest[essential..], scores, seen, first, allowed);
        }

        foreach (var cursor in cursors)
        {
            _states.Return(leaf, cursor.Documents);
        }
    }

    private Cursor[] Open(AtomicReaderContext leaf)
    {
        var cursors = new List<Cursor>(_clauses.Count);
        foreach (var clause in _clauses)
        {
            if (_states.Rent(leaf, clause.Term) is { } documents)
            {
                cursors.Add(new Cursor(documents, _searcher.Similarity.GetSimScorer(clause.Weight, leaf), clause.Bound));
            }
        }

        return [.. cursors.OrderByDescending(cursor => cursor.Bound)];
    }

    // Completes the scores of a window's passages with the terms that make none a candidate, as long as they may still be kept.
    private void Collect(
        AtomicReaderContext leaf, Span<Cursor> others, Span<double> rest, Span<double> scores, Span<ulong> seen, int first, FixedBitSet? allowed)
    {
        for (var word = 0; word < seen.Length; word++)
        {
            for (; seen[word] != 0; seen[word] &= seen[word] - 1)
            {
                var at = (word * 64) + BitOperations.TrailingZeroCount(seen[word]);
                var (document, score) = (first + at, scores[at]);
                scores[at] = 0;
                if (allowed?.Get(document) == false)
                {
                    continue;
                }

                for (var i = 0; i < others.Length && score + rest[i] > _threshold; i++)
                {
                    score += others[i].ScoreOf(document);
                }

                Keep(leaf.DocBase + document, (float)score);
            }
        }
    }

    private void Keep(int document, float score)
    {
        if (score <= _threshold)
        {
            return;
        }

        var key = KeyOf(document, score);
        if (_best.Count < _count)
        {
            _best.Enqueue(key, key);
        }
        else
        {
            _best.EnqueueDequeue(key, key);
        }

        _threshold = _best.Count == _count ? ScoreOf(_best.Peek()) : _threshold;
    }

    // Scores are not negative, and such numbers sort as their bits do; of equal scores the first document is better.
    private static long KeyOf(int document, float score) => ((long)BitConverter.SingleToInt32Bits(score) << 32) | (uint)(int.MaxValue - document);

    private static float ScoreOf(long key) => BitConverter.Int32BitsToSingle((int)(key >> 32));

    private static int DocumentOf(long key) => int.MaxValue - (int)(key & uint.MaxValue);

    /// <summary>A term that is searched.</summary>
    /// <param name="Term">The term.</param>
    /// <param name="Weight">What it weighs.</param>
    /// <param name="Bound">What no passage's score for it exceeds.</param>
    private sealed record Clause(FoundTerm Term, Similarity.SimWeight Weight, double Bound)
    {
        public static Clause Of(PassageSearcher searcher, FoundTerm term, float boost)
        {
            var collection = term.Field == IndexFields.Text ? searcher.TextStatistics : searcher.TitleStatistics;
            var weight = searcher.Similarity.ComputeWeight(
                boost, collection, new TermStatistics(term.Bytes, term.DocumentFrequency, term.Occurrences));
            weight.GetValueForNormalization();
            weight.Normalize(1, 1);

            // A passage has the term at most as often as all have it, but for once in each of the others.
            var frequency = Math.Max(1, term.Occurrences - term.DocumentFrequency + 1);
            var rarity = Math.Log(1 + ((collection.MaxDoc - term.DocumentFrequency + 0.5) / (term.DocumentFrequency + 0.5)));
            var bound = boost * rarity * (PassageSimilarity.K1 + 1) * frequency / (frequency + (PassageSimilarity.K1 * (1 - PassageSimilarity.B)));
            return new Clause(term, weight, bound * Slack);
        }
    }

    /// <summary>A place among the passages of a segment that have a term.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Cursor(DocsEnum documents, Similarity.SimScorer scorer, double bound)
    {
        public readonly DocsEnum Documents => documents;

        public readonly double Bound => bound;

        /// <summary>Gets the document at hand.</summary>
        public int Document { get; private set; } = documents.NextDoc();

        /// <summary>Adds the scores of the documents of a window, and goes behind it.</summary>
        public void AddTo(Span<double> scores, Span<ulong> seen, int first)
        {
            var document = Document;
            while (document - first < Window && document != DocIdSetIterator.NO_MORE_DOCS)
            {
                var at = document - first;
                scores[at] += scorer.Score(document, documents.Freq);
                seen[at >> 6] |= 1UL << at;
                document = documents.NextDoc();
            }

            Document = document;
        }

        /// <summary>Returns the score of a document; 0 where it does not have the term. Documents are asked for in ascending order.</summary>
        public double ScoreOf(int document)
        {
            if (Document < document)
            {
                Document = documents.Advance(document);
            }

            return Document == document ? scorer.Score(document, documents.Freq) : 0;
        }
    }
}
