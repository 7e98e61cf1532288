namespace QnA.Sources.Tests.Conformance;

/// <summary>Says which source a conformance class is about.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConformanceOfAttribute(Type source) : Attribute
{
    public Type Source { get; } = source;
}
