using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Models.Tests.Embeddings;

/// <summary>How vectors come into an index and stay up to date, over HTTP and a real index.</summary>
public sealed class VectorIngestionTests : EmbeddingFixture
{
    [Fact]
    public async Task IngestAsync_Again_ComputesNothingAnew()
    {
        await using var services = Services();
        await IngestAsync(services, [Wreck, Market]);
        var asked = Server.Texts.Count;

        var summary = await IngestAsync(services, [Wreck, Market]);

        Assert.Equal((0, 0), (summary.Vectors!.Computed, summary.Vectors.Missing));
        Assert.Equal((2, asked), (asked, Server.Texts.Count));
    }

    [Fact]
    public async Task IngestAsync_OneArticleChanged_ComputesItsVectorsAlone()
    {
        await using var services = Services();
        await IngestAsync(services, [Wreck, Market]);
        Server.Texts.Clear();

        var summary = await IngestAsync(services, [Wreck, new Article("market", "The market opens on Sunday.") { Location = "market" }]);

        Assert.Equal((1, 1), (summary.Changed, summary.Vectors!.Computed));
        Assert.EndsWith("The market opens on Sunday.", Assert.Single(Server.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IngestAsync_ModelSetLater_EmbedsWhatIsThere()
    {
        await using (var without = Services(("Provider", "None")))
        {
            Assert.Null((await IngestAsync(without, [Wreck, Market])).Vectors);
        }

        await using var services = Services();
        var summary = await IngestAsync(services, [Wreck, Market]);

        Assert.Equal((2, 2), (summary.Unchanged, summary.Vectors!.Computed));
    }

    [Theory]
    [InlineData("ModelId", "another-model")]
    [InlineData("Dimensions", "48")]
    [InlineData("PassagePrefix", "passage: ")]
    public async Task IngestAsync_ModelChanged_EmbedsAnew(string setting, string value)
    {
        await using (var before = Services())
        {
            await IngestAsync(before, [Wreck, Market, Choir]);
        }

        Server.Dimensions = 48;
        await using var services = Services((setting, value));
        var stale = await SearchAsync(services, "Did that boat sink?");
        var summary = await IngestAsync(services, [Wreck, Market, Choir]);
        var found = await SearchAsync(services, "Did that boat sink?");

        // Vectors of two models are never compared.
        Assert.Empty(stale.Passages);
        Assert.Equal(3, summary.Vectors!.Computed);
        Assert.Equal("wreck", found.Passages[0].Passage.ArticleId);
    }

    [Fact]
    public async Task IngestAsync_ManyPassages_AreSentInBatchesWithProgress()
    {
        var reports = new Reports();
        await using var services = Services(("BatchSize", "10"));

        var summary = await IngestAsync(services, Many(35), reports);

        Assert.Equal(35, summary.Vectors!.Computed);
        Assert.Equal(4, Server.Requests.Count);
        var vectors = reports.Where(r => r.VectorsTotal > 0).ToList();
        Assert.All(vectors, report => Assert.Equal(35, report.VectorsTotal));
        Assert.Equal([10, 20, 30, 35], vectors.Select(report => report.Vectors));
    }

    [Fact]
    public async Task IngestAsync_ServiceFails_KeepsTheArticlesAndTheNextRunComputesTheRest()
    {
        var asked = 0;
        await using var services = Services(("BatchSize", "10"));
        Server.Before = (context, _) => FailAsync(context, Interlocked.Increment(ref asked) > 2);

        var first = await IngestAsync(services, Many(35));
        Server.Before = (_, _) => Task.FromResult(false);
        Server.Texts.Clear();
        var second = await IngestAsync(services, Many(35));

        Assert.Equal((35, 20, 15), (first.New, first.Vectors!.Computed, first.Vectors.Missing));
        Assert.Contains("test-embedding failed", first.Vectors.Problem, StringComparison.Ordinal);
        Assert.Equal((35, 15, 0), (second.Unchanged, second.Vectors!.Computed, second.Vectors.Missing));
        Assert.Equal(15, Server.Texts.Count);
    }

    [Fact]
    public async Task IngestAsync_ServiceRefusesOneArticle_EmbedsAllOthers()
    {
        await using var services = Services();
        Server.Before = (context, texts) => FailAsync(context, texts.Any(text => text.Contains("choir", StringComparison.Ordinal)));

        var summary = await IngestAsync(services, [Wreck, Choir, Market]);

        Assert.Equal((2, 1), (summary.Vectors!.Computed, summary.Vectors.Missing));
    }

    [Fact]
    public async Task IngestAsync_StoppedInTheMiddle_GoesOnWhereItWas()
    {
        using var stop = new CancellationTokenSource();
        await using (var services = Services(("BatchSize", "10")))
        {
            var asked = 0;
            Server.Before = async (context, _) =>
            {
                if (Interlocked.Increment(ref asked) == 3)
                {
                    await stop.CancelAsync();
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
                }

                return false;
            };

            var summary = await IngestAsync(services, Many(35), stop: stop.Token);
            Assert.True(summary.Cancelled);
            Assert.Null(summary.Vectors);
        }

        Server.Before = (_, _) => Task.FromResult(false);
        Server.Texts.Clear();
        await using var again = Services(("BatchSize", "10"));

        Assert.Equal(15, (await IngestAsync(again, Many(35))).Vectors!.Computed);
        Assert.Equal(15, Server.Texts.Count);
    }

    [Fact]
    public async Task IngestAsync_KilledInTheMiddle_GoesOnFromTheLastCommit()
    {
        var time = new FakeTimeProvider();
        var crashed = Directory.CreateTempSubdirectory("qna-crashed-");
        await using var services = Services(IndexPath, time, ("BatchSize", "10"));
        var asked = 0;
        Server.Before = (_, _) =>
        {
            // Long enough for a commit after every group. What lies on the disk at the fourth request is what a kill would leave.
            time.Advance(TimeSpan.FromSeconds(4));
            if (Interlocked.Increment(ref asked) == 4)
            {
                // The lock is held by the process that lives on, and by nobody after a kill.
                foreach (var file in Directory.GetFiles(IndexPath).Where(file => Path.GetExtension(file) != ".lock"))
                {
                    File.Copy(file, Path.Combine(crashed.FullName, Path.GetFileName(file)));
                }
            }

            return Task.FromResult(false);
        };
        await IngestAsync(services, Many(35));
        Server.Texts.Clear();

        await using (var again = Services(crashed.FullName, TimeProvider.System, ("BatchSize", "10")))
        {
            var summary = await IngestAsync(again, Many(35));
            Assert.Equal((35, 5, 0), (summary.Unchanged, summary.Vectors!.Computed, summary.Vectors.Missing));
        }

        Assert.Equal(5, Server.Texts.Count);
        crashed.Delete(recursive: true);
    }

    [Theory]
    [InlineData("""{"data":[],"usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AAAAAA=="}],"usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AADAfw=="}],"usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    [InlineData("<html>")]
    public async Task IngestAsync_ServiceGivesNoVectors_SaysSo(string answer)
    {
        await using var services = Services();
        Server.Before = async (context, _) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
            return true;
        };

        var summary = await IngestAsync(services, [Wreck]);

        Assert.Equal((1, 0, 1), (summary.New, summary.Vectors!.Computed, summary.Vectors.Missing));
        Assert.Contains("Check the settings in Embeddings", summary.Vectors.Problem, StringComparison.Ordinal);
    }

    private static async Task<bool> FailAsync(HttpContext context, bool fails)
    {
        if (fails)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("{}");
        }

        return fails;
    }

    private sealed class Reports : List<IngestionProgress>, IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value)
        {
            lock (this)
            {
                Add(value);
            }
        }
    }
}
