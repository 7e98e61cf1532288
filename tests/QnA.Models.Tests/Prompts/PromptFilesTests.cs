using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Models.Prompts;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Prompts;

/// <summary>Prompts as people may change them.</summary>
public sealed class PromptFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qna-prompts-").FullName;

    public PromptFilesTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "prompts"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "prompts"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Answer", "{{$passages}}", "", "does not use {{$passages}}")]
    [InlineData("Answer", "{{$question}}", "{{question}}", "does not use {{$question}}")]
    [InlineData("Answer", "Passages:", "{{$secrets}}", "uses {{$secrets}}, which it is not given")]
    [InlineData("Answer", "Passages:", "{{time.now}}", "uses {{time.now}}")]
    [InlineData("Rewrite", "{{$history}}", "", "does not use {{$history}}")]
    [InlineData("CheckClaim", "{{$claim}}", "", "does not use {{$claim}}")]
    public void Template_Wrong_IsToldAtStartWithTheFile(string function, string old, string replacement, string message) =>
        AssertRefused(function, "skprompt.txt", old, replacement, message);

    [Theory]
    [InlineData("Answer", "\"temperature\": 0", "\"temprature\": 0", "'execution_settings: default: temprature'")]
    [InlineData("Answer", "\"temperature\": 0", "\"temperature\": \"0\"", "'temperature'")]
    [InlineData("Answer", "\"temperature\": 0", "\"max_tokens\": 10", "Model:MaxOutputTokens")]
    [InlineData("Answer", "\"default\": {", "\"gpt-x\": {", "'execution_settings: gpt-x'")]
    [InlineData("Answer", "\"schema\": 1", "\"schema\": 1, \"allow_dangerously_set_content\": true", "'allow_dangerously_set_content'")]
    [InlineData("Answer", "\"is_required\": true", "\"allow_dangerously_set_content\": true", "'allow_dangerously_set_content'")]
    [InlineData("Answer", "\"name\": \"passages\"", "\"name\": \"pasages\"", "may only be named passages and question")]
    [InlineData("Answer", "\"semantic-kernel\"", "\"handlebars\"", "'template_format'")]
    [InlineData("Rewrite", "\"schema\": 1", "\"schema\" 1", "is no JSON")]
    [InlineData("CheckClaim", "\"schema\": 1", "\"model\": \"x\"", "'model'")]
    public void Config_Wrong_IsToldAtStartWithTheFile(string function, string old, string replacement, string message) =>
        AssertRefused(function, "config.json", old, replacement, message);

    [Fact]
    public async Task Change_WhileItRuns_IsUsedByTheNextQuestionAndAMistakeLeavesQuotes()
    {
        await using var server = await ModelServer.WritingAsync("The bridge is 74 metres long. [1.4]\n");
        await using var services = ModelServices.Build(server.Address, ("Prompts", _folder));
        var pipeline = services.GetRequiredService<QuestionPipeline>();

        var before = await AskAsync(pipeline);
        Change("Answer", "skprompt.txt", "Rules:", "Rules, changed:");
        var after = await AskAsync(pipeline);
        Change("Answer", "skprompt.txt", "{{$question}}", "");
        var broken = await AskAsync(pipeline);

        Assert.Equal(("test-model", "test-model"), (before.Model, after.Model));
        Assert.NotEqual(before.PromptVersion, after.PromptVersion);
        Assert.Contains("Rules, changed:", server.Requests.Last(), StringComparison.Ordinal);
        Assert.Equal("extractive (test-model unavailable)", broken.Model);
        Assert.Equal(2, server.Requests.Count);
    }

    private static Task<Answer> AskAsync(QuestionPipeline pipeline) =>
        pipeline.AskAsync(new Question("How long is the bridge?"), TestContext.Current.CancellationToken);

    private void AssertRefused(string function, string file, string old, string replacement, string message)
    {
        Change(function, file, old, replacement);
        using var services = ModelServices.Build(new Uri("http://127.0.0.1:1/"), ("Prompts", _folder));

        var exception = Assert.Throws<PromptException>(() => services.GetRequiredService<IAnswerer>());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder, "QnA", function, file), exception.Message, StringComparison.Ordinal);
    }

    private void Change(string function, string file, string old, string replacement)
    {
        var path = Path.Combine(_folder, "QnA", function, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
