using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using QnA.Answering.Ranking;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.Tests.Settings;

/// <summary>One setting.</summary>
internal sealed record Setting(string Name, string Default, string Meaning, string Value);

/// <summary>Every setting of the program, read from its option classes and their documentation.</summary>
internal static partial class SettingsCatalogue
{
    private static readonly string[] Assemblies = ["QnA.Core", "QnA.Lucene", "QnA.Sources", "QnA.Models", "QnA.BotFramework.Hosting", "QnA.Bot"];

    public static IEnumerable<Setting> Read()
    {
        List<(string Section, Type Type)> options = [("Turns", typeof(TurnOptions))];
        foreach (var type in Assemblies.Select(Assembly.Load).SelectMany(a => a.GetTypes()))
        {
            if (type.Name.EndsWith("Options", StringComparison.Ordinal)
                && (type.GetField("Section") ?? type.GetField("SectionName"))?.GetRawConstantValue() is string section)
            {
                options.Add((section, type));
            }
        }

        return options.SelectMany(o => Of(o.Section, o.Type)).OrderBy(s => s.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<Setting> Of(string section, Type type)
    {
        var instance = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSetting))
        {
            var name = $"{section}:{property.Name}";
            var value = property.GetValue(instance);
            if (value is not null && value.GetType().Assembly.GetName().Name!.StartsWith("QnA.", StringComparison.Ordinal) && !value.GetType().IsEnum)
            {
                foreach (var inner in Of(name, value.GetType()))
                {
                    yield return inner;
                }
            }
            else
            {
                var doc = DocOf(property);
                yield return new Setting(name, Show(value), Sentence(TextOf(doc?.Element("summary"))), TextOf(doc?.Element("value")));
            }
        }
    }

    private static bool IsSetting(PropertyInfo property) =>
        property.SetMethod?.IsPublic == true
        || (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>));

    private static string Show(object? value) => value switch
    {
        null or "" => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>()) : "[ ]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static XElement? DocOf(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        var docs = XDocument.Load(Path.Combine(AppContext.BaseDirectory, declaring.Assembly.GetName().Name + ".xml"));
        return docs.Descendants("member").FirstOrDefault(m => (string?)m.Attribute("name") == $"P:{declaring.FullName}.{property.Name}");
    }

    private static string Sentence(string summary)
    {
        var text = GetsOrSets().Replace(summary, "");
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string TextOf(XElement? element)
    {
        var text = string.Concat(element?.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{(string?)see.Attribute("langword") ?? ((string?)see.Attribute("cref"))?.Split('.')[^1]}`",
            XElement other => other.Value,
            XText plain => plain.Value,
            _ => "",
        }) ?? []);
        return WhiteSpace().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex("^Gets (or sets )?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GetsOrSets();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();
}
