namespace QnA.Core.Access;

/// <summary>Knows which articles a reader may see.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface IArticleAccess
{
    /// <summary>Finds out what a reader may see at this moment.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What cannot be found out is hidden.</returns>
    ValueTask<ArticleVisibility> OfAsync(Reader reader, CancellationToken cancellationToken);
}

/// <summary>Knows who belongs to which groups of Microsoft Entra ID.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface IGroupMembership
{
    /// <summary>Finds those of some groups that a person belongs to, directly or by way of other groups.</summary>
    /// <param name="userId">See <see cref="Reader.UserId"/>.</param>
    /// <param name="groupIds">The ids of the groups, in lower case.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The ids of those groups; none where it cannot be found out.</returns>
    ValueTask<IReadOnlyCollection<string>> FindAsync(string userId, IReadOnlyCollection<string> groupIds, CancellationToken cancellationToken);
}

/// <summary>Nobody belongs to a group: for programs that cannot ask.</summary>
public sealed class NoGroupMembership : IGroupMembership
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<string>> FindAsync(string userId, IReadOnlyCollection<string> groupIds, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyCollection<string>>([]);
}
