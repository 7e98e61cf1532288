using Markdig;
using QnA.Core.Articles;
using QnA.Sources.Files.Limits;
using QnA.Sources.Files.Text;

namespace QnA.Sources.Files.Markdown;

/// <summary>Reads Markdown with front matter: the article's text is what a reader of the rendered page sees.</summary>
internal sealed class MarkdownFileReader : SingleArticleReader
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseAlertBlocks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    public override IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        var source = TextDecoder.Decode(bytes);
        var (matter, body) = FrontMatterParser.Split(source);
        var page = MarkdownTextRenderer.Render(body, _pipeline);
        return new Article(matter.Id ?? file.Id, page.Text)
        {
            Blocks = page.Blocks,
            Title = matter.Title ?? page.FirstHeading ?? FileTitles.FromPath(file.Path),
            Url = matter.Url,
            Published = matter.Published,
            Language = matter.Language,
            Author = matter.Author,
            Tags = matter.Tags,
            Source = file.SourceName,
            Location = file.Path,
        };
    }
}
