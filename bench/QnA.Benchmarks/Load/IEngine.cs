using QnA.Benchmarks.Corpus;

namespace QnA.Benchmarks.Load;

/// <summary>What can be filled with a corpus and asked.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Reads the corpus into an index.</summary>
    /// <returns>How many passages were read.</returns>
    Task<int> IngestAsync(LoadFiles files, CancellationToken cancellationToken);

    /// <summary>Opens the index.</summary>
    void Open(LoadFiles files);

    /// <summary>Answers a question.</summary>
    /// <returns>How many characters the answer has: something that cannot be left out by a compiler.</returns>
    Task<int> AskAsync(string question, CancellationToken cancellationToken);
}
