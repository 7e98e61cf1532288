using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Core.Tests.Articles;

/// <summary>A quote that exists is in its article: nothing but an article's text can make one.</summary>
public class QuoteTests
{
    private const BindingFlags PublicMembers =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Type_PublicSurface_HasNoWayToMakeOrChangeOne()
    {
        var type = typeof(Quote);

        Assert.True(type.IsSealed);
        Assert.Empty(type.GetConstructors());
        Assert.Empty(type.GetFields(PublicMembers));
        Assert.All(type.GetProperties(PublicMembers), property => Assert.Null(property.SetMethod));
        Assert.All(type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance), field => Assert.True(field.IsInitOnly, field.Name));
        // A record's copy constructor and its clone method would let anyone change a copy by "with".
        Assert.Null(type.GetMethod("<Clone>$"));
        Assert.DoesNotContain(
            type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance), c => c.GetParameters() is [{ ParameterType: var only }] && only == type);
    }

    [Fact]
    public void Assembly_PublicMethods_OnlyAnArticlesTextGivesQuotes()
    {
        var givers =
            from type in typeof(Quote).Assembly.GetExportedTypes()
            from method in type.GetMethods(PublicMembers)
            where !IsPartOfProperty(type, method) && method.Name != "Deconstruct" && Gives(method)
            select $"{type.Name}.{method.Name}";

        Assert.Equal(["ArticleText.Cut", "ArticleText.TryCut"], givers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Assembly_PublicPropertiesWithQuotes_AreFilledFromQuotesOnly()
    {
        var holders =
            from type in typeof(Quote).Assembly.GetExportedTypes()
            from property in type.GetProperties(PublicMembers)
            where Holds(property.PropertyType)
            select property;

        Assert.All(holders, property =>
        {
            Assert.False(property.GetMethod!.IsStatic, $"{property.DeclaringType!.Name}.{property.Name} gives a quote out of nothing.");
            var takesOne = property.DeclaringType!.GetConstructors().All(c => c.GetParameters().Any(p => Holds(p.ParameterType)));
            Assert.True(takesOne, $"{property.DeclaringType.Name} can be made without a quote, but gives one.");
        });
    }

    [Fact]
    public void Assembly_Friends_AreNone() =>
        Assert.Empty(typeof(Quote).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>());

    [Fact]
    public void Deserialize_Json_IsRefused()
    {
        var json = JsonSerializer.Serialize(new ArticleText("a", "Words.").Cut(new TextSpan(0, 5)));

        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Quote>(json));
    }

    [Fact]
    public void Equals_SamePlaceOfSameVersion_IsEqual()
    {
        var quote = new ArticleText("a", "one two").Cut(new TextSpan(0, 3));

        Assert.Equal(quote, new ArticleText("a", "one two").Cut(new TextSpan(0, 3)));
        Assert.Equal(quote.GetHashCode(), new ArticleText("a", "one two").Cut(new TextSpan(0, 3)).GetHashCode());
        Assert.NotEqual(quote, new ArticleText("b", "one two").Cut(new TextSpan(0, 3)));
        Assert.NotEqual(quote, new ArticleText("a", "one two!").Cut(new TextSpan(0, 3)));
        Assert.NotEqual(quote, new ArticleText("a", "one two").Cut(new TextSpan(4, 7)));
        Assert.False(quote.Equals((object?)null));
    }

    [Fact]
    public void ToString_Quote_LeavesTheTextOut() =>
        Assert.Equal("news/1[0..3)", new ArticleText("news/1", "one two").Cut(new TextSpan(0, 3)).ToString());

    private static bool IsPartOfProperty(Type type, MethodInfo method) =>
        type.GetProperties(PublicMembers).Any(property => property.GetMethod == method || property.SetMethod == method);

    private static bool Gives(MethodInfo method) =>
        Holds(method.ReturnType) || method.GetParameters().Any(parameter => parameter.IsOut && Holds(parameter.ParameterType));

    private static bool Holds(Type type) =>
        type == typeof(Quote)
        || (type.HasElementType && Holds(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(Holds));
}
