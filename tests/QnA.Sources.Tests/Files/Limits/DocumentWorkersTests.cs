using Microsoft.Extensions.Time.Testing;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Tests.Files.Limits;

public sealed class DocumentWorkersTests : IDisposable
{
    private static readonly ArticleFileOptions Options = new() { MaxReadTime = TimeSpan.FromSeconds(5) };

    private readonly FakeTimeProvider _time = new();
    private readonly ManualResetEventSlim _stuck = new();
    private readonly DocumentWorkers _workers;

    public DocumentWorkersTests() => _workers = new DocumentWorkers(_time);

    public void Dispose()
    {
        _stuck.Set();
        _stuck.Dispose();
    }

    [Fact]
    public async Task RunAsync_ParserThatAsksItsBudget_EndsByItself()
    {
        using var started = new SemaphoreSlim(0);
        var reading = _workers.RunAsync(Options, Loop, TestContext.Current.CancellationToken);
        await started.WaitAsync(TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(5.5));

        await Task.WhenAny(reading);
        var exception = Assert.IsType<ArticleFormatException>(reading.Exception?.InnerException);
        Assert.Contains("more than 5 seconds", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Articles:MaxReadTime", exception.Message, StringComparison.Ordinal);

        int Loop(DocumentBudget budget)
        {
            started.Release();
            while (true)
            {
                budget.Check();
            }
        }
    }

    [Fact]
    public async Task RunAsync_ParsersThatNeverEnd_AreGivenUpAndTheFifthIsNotBegun()
    {
        for (var i = 0; i < 4; i++)
        {
            await AbandonOneAsync();
        }

        var exception = await Assert.ThrowsAsync<ArticleFormatException>(
            () => _workers.RunAsync(Options, _ => 1, TestContext.Current.CancellationToken));
        Assert.Contains("4 documents before it took too long", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AbandonedParsersThatEnded_MakeRoom()
    {
        for (var i = 0; i < 4; i++)
        {
            await AbandonOneAsync();
        }

        _stuck.Set();

        while (true)
        {
            try
            {
                Assert.Equal(1, await _workers.RunAsync(Options, _ => 1, TestContext.Current.CancellationToken));
                break;
            }
            catch (ArticleFormatException)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task RunAsync_Cancelled_DoesNotWaitForTheParser()
    {
        using var cancellation = new CancellationTokenSource();
        var reading = _workers.RunAsync(Options, Wait, cancellation.Token);

        await cancellation.CancelAsync();

        await Task.WhenAny(reading);
        Assert.True(reading.IsCanceled);
    }

    [Fact]
    public async Task RunAsync_LimitThatTheParserSwallowed_FailsAllTheSame()
    {
        var exception = await Assert.ThrowsAsync<ArticleFormatException>(
            () => _workers.RunAsync(Options, Swallow, TestContext.Current.CancellationToken));

        Assert.Contains("decompression bomb", exception.Message, StringComparison.Ordinal);

        static int Swallow(DocumentBudget budget)
        {
            try
            {
                budget.Expand(long.MaxValue);
            }
            catch (ArticleFormatException)
            {
                return 1;
            }

            return 2;
        }
    }

    private async Task AbandonOneAsync()
    {
        using var started = new SemaphoreSlim(0);
        var reading = _workers.RunAsync(Options, budget => { started.Release(); return Wait(budget); }, TestContext.Current.CancellationToken);
        await started.WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(7));
        await Task.WhenAny(reading);
        Assert.IsType<ArticleFormatException>(reading.Exception?.InnerException);
    }

    private int Wait(DocumentBudget budget)
    {
        _stuck.Wait(CancellationToken.None);
        return 1;
    }
}
