using QnA.Text.Words;

namespace QnA.Text.Tests.Words;

public sealed class IrregularFormsTests
{
    [Fact]
    public void Of_Language_LeadsFormsBackToTheirWord() => Assert.Equal("write", IrregularForms.Of("en")["wrote"]);

    [Fact]
    public void Of_WrittenNorwegian_IsNorwegian() => Assert.Same(IrregularForms.Of("no"), IrregularForms.Of("nn"));

    [Fact]
    public void Of_LanguageWithoutAList_IsEmpty() => Assert.Empty(IrregularForms.Of("xx"));

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("no")]
    [InlineData("it")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("nl")]
    [InlineData("sv")]
    [InlineData("da")]
    public void Of_List_IsInLowerCaseAndNoWordIsAFormOfAnother(string language)
    {
        var forms = IrregularForms.Of(language);

        Assert.NotEmpty(forms);
        Assert.All(forms, pair =>
        {
            Assert.Equal(pair.Key.ToLowerInvariant(), pair.Key);
            Assert.DoesNotContain(pair.Value, forms.Keys);
        });
    }
}
