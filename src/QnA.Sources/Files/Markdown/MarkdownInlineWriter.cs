using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace QnA.Sources.Files.Markdown;

/// <summary>Writes what stands in one paragraph, heading or cell.</summary>
internal sealed class MarkdownInlineWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes the text, without white space around it.</summary>
    public string Write(ContainerInline? inlines)
    {
        _text.Clear();

        // Without recursion: each bracket or asterisk that is never closed holds all that follows it, so plain text can nest deeply.
        for (var inline = inlines?.FirstChild; inline is not null; inline = Next(inline, inlines!))
        {
            Write(inline);
        }

        return _text.ToString().Trim();
    }

    private static Inline? Next(Inline inline, ContainerInline root)
    {
        if (inline is ContainerInline { FirstChild: { } child })
        {
            return child;
        }

        while (inline.NextSibling is null)
        {
            if (inline.Parent is null || inline.Parent == root)
            {
                return null;
            }

            inline = inline.Parent;
        }

        return inline.NextSibling;
    }

    /// <summary>Writes what stands before an inline's children, which follow.</summary>
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
            case DelimiterInline delimiter:
                _text.Append(delimiter.ToLiteral());
                break;
        }
    }

    private static bool IsLineBreak(string tag) => tag.AsSpan().Trim("<>/ ").Equals("br", StringComparison.OrdinalIgnoreCase);
}
