using System.Globalization;
using Microsoft.Extensions.Options;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Freshness;

/// <summary>Checks the sources that are kept fresh.</summary>
internal sealed class FreshnessOptionsValidator : IValidateOptions<FreshnessOptions>
{
    private const int MaxName = 80;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, FreshnessOptions options)
    {
        List<string> failures = [];
        foreach (var (index, source) in options.Sources.Index())
        {
            Check(source, string.Create(CultureInfo.InvariantCulture, $"Articles:Sources:{index}"), failures);
        }

        AddRepeated("Name", options.Sources.Select(source => source.Name));
        AddRepeated("Address", options.Sources.Select(source => source.Address));
        if (string.IsNullOrWhiteSpace(options.StatePath))
        {
            failures.Add("Articles:StatePath is empty; name a folder. The default is .qna/sources.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void AddRepeated(string property, IEnumerable<string> values) => failures.AddRange(values
            .GroupBy(value => value, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 && group.Key.Length > 0)
            .Select(group => $"Articles:Sources has two sources with the {property} '{group.Key}'; each must have its own."));
    }

    private static void Check(SourceOptions source, string setting, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(source.Name) || source.Name.Length > MaxName)
        {
            failures.Add($"{setting}:Name must have 1 to {MaxName} characters; give the source a name that no other has.");
        }

        try
        {
            _ = AddressPolicy.Parse(source.Address);
        }
        catch (WebFetchException e)
        {
            failures.Add($"{setting}:Address is '{source.Address}': {e.Message}");
        }

        if (!Enum.IsDefined(source.Kind))
        {
            failures.Add($"{setting}:Kind must be Auto, Page, Feed or Sitemap; the default is Auto.");
        }

        if (source.Interval < Shortest || source.Interval > Longest)
        {
            failures.Add($"{setting}:Interval is {source.Interval}; it must be from {Shortest} to {Longest}. The default is 01:00:00.");
        }

        if (source.Tags.Any(string.IsNullOrWhiteSpace))
        {
            failures.Add($"{setting}:Tags has an empty tag; leave it out.");
        }
    }
}
