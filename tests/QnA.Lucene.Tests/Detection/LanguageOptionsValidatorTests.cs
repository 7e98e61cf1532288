using QnA.Core.Ingestion;

namespace QnA.Lucene.Tests.Detection;

public sealed class LanguageOptionsValidatorTests
{
    private readonly LanguageOptionsValidator _validator = new();

    [Theory]
    [InlineData]
    [InlineData("en")]
    [InlineData("de", "NB", "ckb")]
    public void Validate_CodesOrNone_Succeeds(params string[] languages) =>
        Assert.True(_validator.Validate(null, new LanguageOptions { Languages = languages }).Succeeded);

    [Theory]
    [InlineData("english")]
    [InlineData("e")]
    [InlineData("")]
    [InlineData("e1")]
    [InlineData("pt-BR")]
    [InlineData("日本")]
    [InlineData(null)]
    public void Validate_AnythingElse_NamesTheSettingAndTheValue(string? wrong)
    {
        var result = _validator.Validate(null, new LanguageOptions { Languages = ["en", wrong!, "xyzw"] });

        Assert.True(result.Failed);
        Assert.Contains("Articles:Languages", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains($"'{wrong}'", result.FailureMessage, StringComparison.Ordinal);
    }
}
