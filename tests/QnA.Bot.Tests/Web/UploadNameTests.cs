using CsCheck;
using QnA.Bot.Web.Uploads;
using QnA.Conformance;

namespace QnA.Bot.Tests.Web;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("report.md", "report.md")]
    [InlineData("Bericht über Öl.TXT", "Bericht über Öl.txt")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("..\\..\\boot.md", "boot.md")]
    [InlineData("a:b|c?.md", "a-b-c-.md")]
    [InlineData("NUL.md", "_NUL.md")]
    [InlineData(".hidden.md", "hidden.md")]
    [InlineData("x\u202Efdp.md", "x-fdp.md")]
    public void Clean_OfAHostileName_IsASafeOne(string name, string expected) => Assert.Equal(expected, UploadName.Clean(name));

    [Theory]
    [InlineData("")]
    [InlineData("README")]
    [InlineData("...md")]
    [InlineData("../..")]
    [InlineData("folder.md/")]
    public void Clean_OfANameWithoutAnExtension_IsNone(string name) => Assert.Null(UploadName.Clean(name));

    [Fact]
    public void Clean_OfAnyName_StaysInItsFolder()
    {
        var folder = Path.GetFullPath("/folder");
        HostileText.Texts.Select(t => t + "/../" + t + ".md").Sample(name =>
        {
            if (UploadName.Clean(name) is { } clean)
            {
                Assert.Equal(folder, Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, clean))));
                Assert.False(clean.StartsWith('.'));
                Assert.InRange(clean.Length, 1, UploadName.MaxLength);
            }
        });
    }
}
