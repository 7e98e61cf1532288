namespace QnA.Sources.Tests.Files.Markdown;

public sealed class FrontMatterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_EveryField_IsTaken()
    {
        var article = await ReadAsync("""
            ---
            # a comment
            id: bridge-1
            title: "Bridge: open"
            published: 2024-05-03
            url: https://example.org/bridge
            language: en_GB
            author: Ann Lee
            tags: [road, sea, "a, b"]
            layout: {nested: [1, {deep: true}]}
            ---
            # Heading

            Text.
            """);

        Assert.Equal("bridge-1", article.Id);
        Assert.Equal("Bridge: open", article.Title);
        Assert.Equal("2024-05-03", article.Published.ToString());
        Assert.Equal("https://example.org/bridge", article.Url);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal("Ann Lee", article.Author);
        Assert.Equal(["road", "sea", "a, b"], article.Tags);
        Assert.Equal("Heading\n\nText.", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_OtherSpellings_AreTakenToo()
    {
        var article = await ReadAsync("---\r\nDate: 2024-05-03T10:00:00+02:00\r\nlang: de\r\nauthors:\r\n  - Ann Lee\r\n  - Bo Ek\r\ntags: road, sea,, road\r\n...\r\nText.\r\n");

        Assert.Equal("2024-05-03T10:00:00+02:00", article.Published.ToString());
        Assert.Equal("de", article.Language);
        Assert.Equal("Ann Lee, Bo Ek", article.Author);
        Assert.Equal(["road", "sea"], article.Tags);
        Assert.Equal("Text.", article.Text.Value);
    }

    [Theory]
    [InlineData("---\ntitle:\nurl: ~\npublished: \"\"\ntags:\n---\nText.")]
    [InlineData("---\n---\nText.")]
    [InlineData("---\n# nothing\n---\nText.")]
    public async Task ReadAsync_NothingSaid_IsNothing(string markdown)
    {
        var article = await ReadAsync(markdown);

        Assert.Equal(("A", null, null, 0), (article.Title, article.Url, article.Published, article.Tags.Count));
        Assert.Equal("Text.", article.Text.Value);
    }

    [Theory]
    [InlineData("---\n\nText.\n\n---\n\nMore.", "Text.\n\nMore.")]
    [InlineData("Text.\n\n---\n\ntitle: no", "Text.\n\ntitle: no")]
    [InlineData("----\ntitle: no\n----", "title: no")]
    public async Task ReadAsync_RuleAcrossThePage_IsNoFrontMatter(string markdown, string text) =>
        Assert.Equal(text, (await ReadAsync(markdown)).Text.Value);

    [Theory]
    [InlineData("---\ntitle: [a\nurl: b\n---\nText.", "a bracket is not closed", 2)]
    [InlineData("---\ntitle: a\n\tbad: b\n---\nText.", "not valid YAML", 2)]
    [InlineData("---\ntitle: a\n\nText.", "has no end", 1)]
    [InlineData("---\njust words\n---\nText.", "lines of 'name: value'", 2)]
    [InlineData("---\n- a\n- b\n---\nText.", "lines of 'name: value'", 2)]
    [InlineData("---\ntitle: a\npublished: 3 May 2024\n---\nText.", "'published' is '3 May 2024'; expected a date", 3)]
    [InlineData("---\ndate: 2024-13-01\n---\nText.", "'date' is '2024-13-01'", 2)]
    [InlineData("---\nurl: example.org/a\n---\nText.", "'url' is 'example.org/a'; expected an absolute address", 2)]
    [InlineData("---\nurl: file:///etc/passwd\n---\nText.", "'url' is 'file:///etc/passwd'", 2)]
    [InlineData("---\nlanguage: English\n---\nText.", "'language' is 'English'", 2)]
    [InlineData("---\ntitle: [a, b]\n---\nText.", "'title' must be one text", 2)]
    [InlineData("---\ntitle: {a: b}\n---\nText.", "'title' must be a text", 2)]
    [InlineData("---\ntags: [a, [b]]\n---\nText.", "'tags'", 2)]
    [InlineData("---\ntitle: a\ntitle: b\n---\nText.", "'title'", 3)]
    [InlineData("---\ndate: 2024\npublished: 2025\n---\nText.", "'date' and 'published'", 3)]
    public async Task ReadAsync_BrokenFrontMatter_FailsWithTheLineAndReason(string markdown, string reason, int line)
    {
        var path = _folder.Write("a.md", markdown);

        var failure = await Reading.FailOneAsync(path);

        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.Equal((path, line), (failure.Location, failure.Line));
    }

    [Fact]
    public async Task ReadAsync_AliasesThatMultiply_AreNotExpanded()
    {
        var bomb = string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

        var article = await ReadAsync($"---\na0: &a0 x\n{bomb}title: Calm\n---\nText.");

        Assert.Equal("Calm", article.Title);
    }

    [Theory]
    [InlineData("title: &a Calm\nauthor: *a", "'author'")]
    [InlineData("tags: &a [*a]", "'tags'")]
    public async Task ReadAsync_AliasAsAValue_Fails(string yaml, string field) =>
        Assert.Contains(field, (await Reading.FailOneAsync(_folder.Write("a.md", $"---\n{yaml}\n---\nText."))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task ReadAsync_TagThatNamesAType_IsNotFollowed() =>
        Assert.Equal("Calm", (await ReadAsync("---\ntitle: !<!System.IO.FileInfo> Calm\n---\nText.")).Title);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('-')]
    public async Task ReadAsync_DeeplyNestedYaml_FailsAlone(char nesting)
    {
        var yaml = nesting == '-' ? string.Concat(Enumerable.Repeat("- ", 30_000)) : new string(nesting, 60_000);
        _folder.Write("a.md", $"---\nx:\n  {yaml}\n---\nText.");
        _folder.Write("b.md", "Text.");

        var items = await Reading.Source(_folder.Path).ReadAllAsync();

        Assert.Contains("nested too deeply", Assert.Single(items.Failures()).Reason, StringComparison.Ordinal);
        Assert.Equal("articles/b.md", Assert.Single(items.Articles()).Id);
    }

    [Fact]
    public async Task ReadAsync_HugeFrontMatter_Fails() =>
        Assert.Contains(
            "65,536",
            (await Reading.FailOneAsync(_folder.Write("a.md", $"---\ntitle: {new string('x', 70_000)}\n---\nText."))).Reason,
            StringComparison.Ordinal);

    [Fact]
    public async Task ReadAsync_OnlyFrontMatter_HasNoText() =>
        Assert.Equal("The file has no text.", (await Reading.FailOneAsync(_folder.Write("a.md", "---\ntitle: a\n---\n"))).Reason);

    private Task<Core.Articles.Article> ReadAsync(string markdown) => Reading.ReadOneAsync(_folder.Write("a.md", markdown));
}
