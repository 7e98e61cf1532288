using QnA.Core.Articles;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Text;

/// <summary>Reads plain text: the whole file, in whatever encoding, is the article's text.</summary>
internal sealed class TextFileReader : SingleArticleReader
{
    public override IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text"];

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        var text = TextDecoder.Decode(bytes);
        return new Article(file.Id, text)
        {
            Title = Headline.Find(text) ?? FileTitles.FromPath(file.Path),
            Source = file.SourceName,
            Location = file.Path,
        };
    }
}
