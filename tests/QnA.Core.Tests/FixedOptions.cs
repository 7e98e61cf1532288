using Microsoft.Extensions.Options;
using QnA.Core.Answers;

namespace QnA.Core.Tests;

/// <summary>Answer options that a test sets.</summary>
internal sealed class FixedOptions(AnswerOptions options) : IOptionsMonitor<AnswerOptions>
{
    public AnswerOptions CurrentValue { get; } = options;

    public AnswerOptions Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<AnswerOptions, string?> listener) => null;
}
