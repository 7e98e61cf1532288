using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using QnA.Core.Articles;
using QnA.LanguageBench;
using QnA.Languages;
using QnA.Text.Detection;

// FOLDER…: tells the language of each article of the folders' articles.jsonl from its text alone, and compares with what it says.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var detector = new CountingDetector(new LinguaLanguageDetector());
var languages = new TextLanguages([], detector);
var before = WorkingSet();
Console.WriteLine($"{"set",-28}{"articles",9}{"right",9}{"none",7}{"wrong",7}{"asked Lingua",14}{"ms an article",15}  taken for");
foreach (var folder in args)
{
    var articles = File.ReadLines(Path.Combine(folder, "articles.jsonl")).Select(Read).ToList();
    var asked = detector.Count;
    var wrong = new List<string>();
    var (right, none) = (0, 0);
    var started = Stopwatch.GetTimestamp();
    foreach (var (article, language) in articles)
    {
        switch (languages.Of(article.TextLanguage, article.Text.Value))
        {
            case null:
                none++;
                break;
            case var found when found == language:
                right++;
                break;
            case var found:
                wrong.Add(found);
                break;
        }
    }

    var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds / articles.Count;
    var takenFor = string.Join(' ', wrong.CountBy(code => code).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"));
    Console.WriteLine(
        $"{Path.GetFileName(folder),-28}{articles.Count,9:N0}{right,9:N0}{none,7:N0}{wrong.Count,7:N0}{detector.Count - asked,14:N0}{time,15:0.000}  {takenFor}");
}

Console.WriteLine($"working set: {before} MB before, {WorkingSet()} MB after; slowest call of Lingua: {detector.Slowest.TotalMilliseconds:N0} ms");
return 0;

static (Article Article, string? Language) Read(string line)
{
    using var json = JsonDocument.Parse(line);
    var article = json.RootElement;
    return (new Article(article.GetProperty("id").GetString()!, article.GetProperty("text").GetString()!), article.GetProperty("language").GetString());
}

static long WorkingSet()
{
    GC.Collect();
    using var process = Process.GetCurrentProcess();
    return process.WorkingSet64 >> 20;
}
