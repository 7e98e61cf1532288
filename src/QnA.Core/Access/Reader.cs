namespace QnA.Core.Access;

/// <summary>Who asks, as far as it is proved. Two readers are equal when they may read the same.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record Reader
{
    private Reader()
    {
    }

    /// <summary>Gets somebody of whom nothing is proved: reads what everyone may.</summary>
    public static Reader Anonymous { get; } = new();

    /// <summary>Gets whoever runs QnA and has its index on disk: reads everything.</summary>
    public static Reader Operator { get; } = new() { IsOperator = true };

    /// <summary>Gets the person's id in Microsoft Entra ID, in lower case; <see langword="null"/> where it is not proved.</summary>
    public string? UserId { get; private init; }

    /// <summary>Gets the id of the person's tenant, in lower case; <see langword="null"/> where it is not proved.</summary>
    public string? TenantId { get; private init; }

    /// <summary>Gets whether nothing is withheld.</summary>
    public bool IsOperator { get; private init; }

    /// <summary>Makes the reader of ids that the caller has proved.</summary>
    /// <param name="userId">The person's id in Microsoft Entra ID.</param>
    /// <param name="tenantId">The id of the person's tenant; <see langword="null"/> where it is not proved.</param>
    /// <returns><see cref="Anonymous"/> where the user id is none of Entra's.</returns>
    public static Reader Of(string? userId, string? tenantId) =>
        IdOf(userId) is { } user ? new Reader { UserId = user, TenantId = IdOf(tenantId) } : Anonymous;

    /// <summary>Returns an id as it is compared.</summary>
    /// <returns><see langword="null"/> for what is no id of Entra: those are GUIDs.</returns>
    internal static string? IdOf(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : null;
}
