using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace QnA.Sources.Files.Markdown;

/// <summary>Writes what stands in one paragraph, heading or cell.</summary>
internal sealed class MarkdownInlineWriter(int maxDepth)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes the text, without white space around it.</summary>
    /// <exception cref="ArticleFormatException">It is nested too deeply.</exception>
    public string Write(ContainerInline? inlines)
    {
        _text.Clear();
        if (inlines is not null)
        {
            WriteChildren(inlines);
        }

        return _text.ToString().Trim();
    }

    private void WriteChildren(ContainerInline container)
    {
        if (++_depth > maxDepth)
        {
            throw MarkdownTextRenderer.TooDeep();
        }

        foreach (var inline in container)
        {
            Write(inline);
        }

        _depth--;
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                _text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                _text.Append(code.Content);
                break;
            case LineBreakInline lineBreak:
                _text.Append(lineBreak.IsHard ? '\n' : ' ');
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                _text.Append(IsLineBreak(html.Tag) ? "\n" : "");
                break;
            case AutolinkInline address:
                _text.Append(address.Url);
                break;
            case TaskList task:
                _text.Append(task.Checked ? "[x]" : "[ ]");
                break;
            case FootnoteLink:
                break;
            case DelimiterInline delimiter:
                _text.Append(delimiter.ToLiteral());
                WriteChildren(delimiter);
                break;
            case ContainerInline container:
                WriteChildren(container);
                break;
        }
    }

    private static bool IsLineBreak(string tag) => tag.AsSpan().Trim("<>/ ").Equals("br", StringComparison.OrdinalIgnoreCase);
}
