using BenchmarkDotNet.Attributes;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Questions;
using QnA.Text.Sentences;
using QnA.Text.Words;

namespace QnA.Benchmarks.Micro;

/// <summary>The parts of an answer, each alone, over the articles that come with QnA.</summary>
/// <remarks>In this process: the projects' common output folder is not where BenchmarkDotNet would look for a program of its own.</remarks>
[InProcess]
[MemoryDiagnoser]
public class PartBenchmarks
{
    private PartFixture _fixture = null!;

    /// <summary>Makes an index of articles.</summary>
    [GlobalSetup]
    public async Task SetupAsync() => _fixture = await PartFixture.CreateAsync().ConfigureAwait(false);

    /// <summary>Removes the index.</summary>
    [GlobalCleanup]
    public void Cleanup() => _fixture.Dispose();

    /// <summary>Splits an article into sentences.</summary>
    [Benchmark]
    public int Split() => SentenceSplitter.Split(_fixture.Article.Text.Value, "en").Count;

    /// <summary>Makes the terms of an article.</summary>
    [Benchmark]
    public int Analyse()
    {
        var analysis = _fixture.Analyses.Get("en");
        var words = new WordScanner(_fixture.Article.Text.Value);
        var length = 0;
        while (words.MoveNext())
        {
            length += analysis.Analyze(words.Word, words.IsPiece).Term.Length;
        }

        return length;
    }

    /// <summary>Finds the passages of a question.</summary>
    [Benchmark]
    public async Task<int> FindAsync() =>
        (await PassageSearch.FindAsync(_fixture.View, _fixture.Terms, "", PassageSearch.CandidatePassages, CancellationToken.None).ConfigureAwait(false)).Passages.Count;

    /// <summary>Looks for a question's character n-grams in an article.</summary>
    [Benchmark]
    public int CountGrams() => new CharacterGrams(PartFixture.Question).CountIn(_fixture.Article.Text.Value).Shared;

    /// <summary>Ranks the sentences of passages.</summary>
    [Benchmark]
    public int Rank() => _fixture.Ranker.Rank(_fixture.Terms, _fixture.Passages).Count;

    /// <summary>Verifies a quote.</summary>
    [Benchmark]
    public bool Verify() => _fixture.Verifier.TryVerify(_fixture.Claim, new StandaloneQuestion(PartFixture.Question), out _, out _);
}
