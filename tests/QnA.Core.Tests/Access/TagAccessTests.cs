using Microsoft.Extensions.Options;
using Moq;
using QnA.Core.Access;
using QnA.Core.Articles;

namespace QnA.Core.Tests.Access;

public sealed class TagAccessTests
{
    private const string Ann = "11111111-1111-4111-8111-111111111111";
    private const string Bob = "22222222-2222-4222-8222-222222222222";
    private const string Tenant = "33333333-3333-4333-8333-333333333333";
    private const string Group = "44444444-4444-4444-8444-444444444444";

    private readonly AccessOptions _options = new()
    {
        Rules =
        {
            new AccessRule { Tag = "Board", Users = { Ann } },
            new AccessRule { Tag = "internal", Tenants = { Tenant.ToUpperInvariant() }, Groups = { Group } },
            new AccessRule { Tag = "sealed" },
        },
    };

    [Theory]
    [InlineData(Ann, null, "", true)]
    [InlineData(Ann, null, "board", true)]
    [InlineData(Ann, null, "internal", false)]
    [InlineData(Ann, Tenant, "INTERNAL", true)]
    [InlineData(Ann, Tenant, "board internal", true)]
    [InlineData(Bob, Tenant, "board internal", false)]
    [InlineData(Bob, null, "internal", true)]
    [InlineData(Ann, Tenant, "sealed", false)]
    [InlineData(null, Tenant, "internal", false)]
    [InlineData("dl_" + Ann, null, "board", false)]
    [InlineData(null, null, "news", true)]
    public async Task OfAsync_Reader_SeesArticlesToAllOfWhoseRestrictedTagsTheyHaveTheRight(string? user, string? tenant, string tags, bool sees)
    {
        var groups = new Mock<IGroupMembership>(MockBehavior.Strict);
        groups.Setup(g => g.FindAsync(It.IsAny<string>(), It.Is<IReadOnlyCollection<string>>(ids => ids.Single() == Group), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string id, IReadOnlyCollection<string> _, CancellationToken _) => id == Bob ? [Group] : []);
        var access = new TagAccess(Mock.Of<IOptionsMonitor<AccessOptions>>(o => o.CurrentValue == _options), groups.Object);

        var visibility = await access.OfAsync(Reader.Of(user, tenant), TestContext.Current.CancellationToken);

        Assert.Equal(sees, visibility.Shows(new Article("a", "Text.") { Tags = tags.Split(' ') }));
    }

    [Fact]
    public async Task OfAsync_Operator_SeesEverything()
    {
        var access = new TagAccess(Mock.Of<IOptionsMonitor<AccessOptions>>(o => o.CurrentValue == _options), new NoGroupMembership());

        Assert.True((await access.OfAsync(Reader.Operator, TestContext.Current.CancellationToken)).ShowsEverything);
    }

    [Theory]
    [InlineData("", Ann, "Articles:Access:Rules:0:Tag must be a tag")]
    [InlineData("board", "ann@example.com", "Articles:Access:Rules:0:Users:0 is 'ann@example.com'")]
    public void Validate_WrongRule_NamesTheSetting(string tag, string user, string message)
    {
        var result = new AccessOptionsValidator().Validate(name: null, new AccessOptions { Rules = { new AccessRule { Tag = tag, Users = { user } } } });

        Assert.Contains(message, result.FailureMessage, StringComparison.Ordinal);
    }
}
