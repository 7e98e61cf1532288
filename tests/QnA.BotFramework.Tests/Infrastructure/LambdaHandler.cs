namespace QnA.BotFramework.Tests.Infrastructure;

/// <summary>Answers requests by a lambda, without a network.</summary>
internal sealed class LambdaHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(answer(request));
}
