using QnA.Answering.Retrieval;
using QnA.Text;

namespace QnA.Answering.Ranking;

/// <summary>The sentences of found passages, each once, with the sentences around them.</summary>
internal sealed class SentenceTable
{
    // How far around a passage sentences are read: a pronoun's name seldom stands further away.
    private const int Surroundings = 2;

    private readonly Dictionary<(CandidateArticle Article, int Start), Sentence> _sentences = [];
    private readonly SentenceReader _reader;

    private SentenceTable(SentenceReader reader) => _reader = reader;

    /// <summary>Gets the sentences of the passages in the order of finding.</summary>
    public List<Sentence> Candidates { get; } = [];

    /// <summary>Makes the table of passages.</summary>
    /// <param name="passages">The passages, best first.</param>
    /// <param name="reader">Reads the sentences.</param>
    public static SentenceTable Of(IReadOnlyList<CandidatePassage> passages, SentenceReader reader)
    {
        var table = new SentenceTable(reader);
        for (var rank = 0; rank < passages.Count; rank++)
        {
            table.Add(passages[rank], rank);
        }

        table.Link();
        return table;
    }

    private void Add(CandidatePassage passage, int rank)
    {
        foreach (var span in passage.Sentences)
        {
            var sentence = Get(passage.Article, span);
            if (sentence.Passage is null)
            {
                sentence.Passage = passage;
                sentence.PassageRank = rank;
                Candidates.Add(sentence);
            }
        }

        // Passages overlap: what stands around one is the rest of its neighbours.
        foreach (var span in passage.Before.Where(s => s.Start < passage.Sentences[0].Start).TakeLast(Surroundings))
        {
            Get(passage.Article, span);
        }

        foreach (var span in passage.After.Where(s => s.Start > passage.Sentences[^1].Start).Take(Surroundings))
        {
            Get(passage.Article, span);
        }
    }

    private Sentence Get(CandidateArticle article, TextSpan span)
    {
        if (!_sentences.TryGetValue((article, span.Start), out var sentence))
        {
            sentence = new Sentence(article, span);
            _reader.Read(sentence);
            _sentences.Add((article, span.Start), sentence);
        }

        return sentence;
    }

    private void Link()
    {
        foreach (var article in _sentences.Values.GroupBy(s => s.Article))
        {
            Sentence? previous = null;
            foreach (var sentence in article.OrderBy(s => s.Span.Start))
            {
                var text = sentence.Article.Article.Text.Value;
                sentence.StartsLine = StartsLine(text, sentence.Span.Start);
                if (previous is not null && text.AsSpan()[previous.Span.End..sentence.Span.Start].IsWhiteSpace())
                {
                    sentence.Previous = previous;
                    previous.Next = sentence;
                }

                previous = sentence;
            }
        }
    }

    private static bool StartsLine(string text, int start)
    {
        while (start > 0 && text[start - 1] is (' ' or '\t'))
        {
            start--;
        }

        return start == 0 || text[start - 1] is '\n' or '\r';
    }
}
