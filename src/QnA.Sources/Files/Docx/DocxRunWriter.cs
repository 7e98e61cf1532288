using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace QnA.Sources.Files.Docx;

/// <summary>Writes what stands in one paragraph.</summary>
/// <remarks>What is deleted, hidden, or stands for the number of a note is left out. Recursion is as deep as <see cref="Limits.SafeXml"/> allows.</remarks>
internal sealed class DocxRunWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<Paragraph> _boxed = [];

    /// <summary>Writes a paragraph.</summary>
    /// <returns>Its text, and the paragraphs of text boxes that are anchored in it.</returns>
    public (string Text, IReadOnlyList<Paragraph> Boxed) Write(Paragraph paragraph)
    {
        _text.Clear();
        _boxed.Clear();
        WriteChildren(paragraph);
        return (_text.ToString(), [.. _boxed]);
    }

    private void WriteChildren(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            Write(child);
        }
    }

    private void Write(OpenXmlElement element)
    {
        switch (element)
        {
            case DocumentFormat.OpenXml.Wordprocessing.Text text:
                _text.Append(text.Text);
                break;
            case DocumentFormat.OpenXml.Math.Text formula:
                _text.Append(formula.Text);
                break;
            case TabChar:
                _text.Append(' ');
                break;
            case Break { Type: null } or CarriageReturn:
                _text.Append('\n');
                break;
            case Break @break:
                _text.Append(@break.Type! == BreakValues.TextWrapping ? '\n' : ' ');
                break;
            case NoBreakHyphen:
                _text.Append('\u2011');
                break;
            case DeletedRun or MoveFromRun or DeletedText or FieldCode or ParagraphProperties or RunProperties or AlternateContentFallback:
                break;
            case Run run when IsHidden(run):
                break;
            case Paragraph boxed:
                _boxed.Add(boxed);
                break;
            default:
                WriteChildren(element);
                break;
        }
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false;
}
