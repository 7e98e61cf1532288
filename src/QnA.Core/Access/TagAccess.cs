using Microsoft.Extensions.Options;

namespace QnA.Core.Access;

/// <summary>Restricts articles by their tags, as the settings say.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class TagAccess : IArticleAccess
{
    private readonly IOptionsMonitor<AccessOptions> _options;
    private readonly IGroupMembership _groups;

    /// <summary>Creates the access.</summary>
    /// <param name="options">The rules.</param>
    /// <param name="groups">Knows who belongs to which groups.</param>
    public TagAccess(IOptionsMonitor<AccessOptions> options, IGroupMembership groups)
    {
        _options = options;
        _groups = groups;
    }

    /// <inheritdoc/>
    public async ValueTask<ArticleVisibility> OfAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rules = _options.CurrentValue.Rules;
        if (rules.Count == 0 || reader.IsOperator)
        {
            return ArticleVisibility.Everything;
        }

        var hidden = rules.Where(rule => !Has(rule.Users, reader.UserId) && !Has(rule.Tenants, reader.TenantId)).ToList();
        string[] asked = [.. hidden.SelectMany(rule => rule.Groups).Select(Reader.IdOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (asked.Length > 0 && reader.UserId is { } userId)
        {
            var members = await _groups.FindAsync(userId, asked, cancellationToken).ConfigureAwait(false);
            hidden.RemoveAll(rule => rule.Groups.Any(group => Reader.IdOf(group) is { } id && members.Contains(id, StringComparer.Ordinal)));
        }

        return new ArticleVisibility(hidden.Select(rule => rule.Tag));
    }

    private static bool Has(IEnumerable<string> ids, string? id) => id is not null && ids.Any(one => Reader.IdOf(one) == id);
}
