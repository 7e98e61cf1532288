using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using QnA.Core.Access;

namespace QnA.Bot.DirectLine;

/// <summary>Who makes a Direct Line request.</summary>
/// <param name="ConversationId">The only conversation that the caller may use; <see langword="null"/> for one who knows the secret.</param>
/// <param name="UserId">Who the caller speaks as; <see langword="null"/> where the caller may say.</param>
internal sealed record DirectLineCaller(string? ConversationId, string? UserId)
{
    /// <summary>Gets whether the caller showed the secret.</summary>
    public bool HasSecret { get; init; }

    /// <summary>Gets whether somebody who has the secret named the user when the token was made, and not the caller.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>Gets the caller as a reader of articles.</summary>
    public Reader Reader => IsVouchedFor ? Reader.Of(UserId, tenantId: null) : Reader.Anonymous;

    public bool MayUse(string conversationId) => ConversationId is null || ConversationId == conversationId;
}

/// <summary>Gives and checks tokens: signed, short-lived and good for one conversation.</summary>
/// <remarks>
/// JSON Web Tokens (RFC 7519) with HMAC-SHA256, under the claim names that Web Chat reads. The key comes from the secret, so tokens
/// outlive a restart; without a secret it is made anew at every start. Safe for concurrent use.
/// </remarks>
internal sealed class DirectLineTokens(IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Issuer = "qna";
    private const string Audience = "directline";
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const string VouchedClaim = "vouched";
    private const string KeyPurpose = "QnA Direct Line token";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey _key = new(KeyOf(options.Value.Secret));

    /// <summary>Gets how long a new token is valid.</summary>
    public TimeSpan Lifetime => options.Value.TokenLifetime;

    /// <summary>Gives a token.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="userId">Who the holder speaks as; <see langword="null"/> where the holder may say.</param>
    /// <param name="isVouchedFor">Whether somebody who has the secret named the user.</param>
    public string Create(string conversationId, string? userId, bool isVouchedFor = false)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { [ConversationClaim] = conversationId };
        if (userId is not null)
        {
            claims[UserClaim] = userId;
            if (isVouchedFor)
            {
                claims[VouchedClaim] = true;
            }
        }

        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Checks what a caller brings.</summary>
    /// <param name="bearer">The secret or a token.</param>
    /// <returns><see langword="null"/> where it is neither, or has expired.</returns>
    public async Task<DirectLineCaller?> FindCallerAsync(string bearer)
    {
        if (options.Value.Secret is { Length: > 0 } secret
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), SHA256.HashData(Encoding.UTF8.GetBytes(secret))))
        {
            return new DirectLineCaller(ConversationId: null, UserId: null) { HasSecret = true };
        }

        var result = await _handler.ValidateTokenAsync(bearer, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (_, expires, _, _) => expires is { } end && end > time.GetUtcNow().UtcDateTime,
        });
        return result.IsValid && result.Claims.TryGetValue(ConversationClaim, out var conversation)
            ? new DirectLineCaller((string)conversation, result.Claims.TryGetValue(UserClaim, out var user) ? (string)user : null)
            {
                IsVouchedFor = result.Claims.TryGetValue(VouchedClaim, out var vouched) && vouched is true,
            }
            : null;
    }

    private static byte[] KeyOf(string? secret) => string.IsNullOrEmpty(secret)
        ? RandomNumberGenerator.GetBytes(32)
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Encoding.UTF8.GetBytes(KeyPurpose));
}
