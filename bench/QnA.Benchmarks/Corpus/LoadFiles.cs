namespace QnA.Benchmarks.Corpus;

/// <summary>The files and indexes of a run.</summary>
/// <param name="Directory">Where they are.</param>
internal sealed record LoadFiles(string Directory)
{
    /// <summary>Gets the articles, JSON Lines, as QnA reads them.</summary>
    public string Articles => Path.Combine(Directory, "articles.jsonl");

    /// <summary>Gets the passages of the same articles, a JSON string a line, as the raw index takes them.</summary>
    public string Passages => Path.Combine(Directory, "passages.jsonl");

    /// <summary>Gets the questions, one a line.</summary>
    public string Questions => Path.Combine(Directory, "questions.txt");

    /// <summary>Gets the index of QnA.</summary>
    public string QnAIndex => Path.Combine(Directory, "index-qna");

    /// <summary>Gets the raw index.</summary>
    public string RawIndex => Path.Combine(Directory, "index-raw");

    /// <summary>Returns how many bytes the files of a directory have.</summary>
    public static long SizeOf(string directory) => new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
