namespace Wenye.Gateway.Tokens;

/// <summary>An agency's program that may ask for tokens (接入机构客户端), configuration Auth:Clients:N.</summary>
public sealed class AgencyClient
{
    /// <summary>Client id (客户端编号).</summary>
    public string Id { get; set; } = "";

    /// <summary>SHA-256 of the secret in hex (密钥摘要); secrets are random, so a plain hash is enough. Empty: no secret.</summary>
    public string SecretHash { get; set; } = "";

    /// <summary>Public EC P-256 key, base64 SubjectPublicKeyInfo, for private_key_jwt (客户端公钥). Empty: none.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>Id of the agency (机构编号).</summary>
    public string Agency { get; set; } = "";

    /// <summary>Its division, GB/T 2260, six digits (行政区划代码).</summary>
    public string Division { get; set; } = "";

    /// <summary>Its roles (角色), see <see cref="ServiceDefaults.Roles"/>.</summary>
    public IList<string> Roles { get; } = [];
}
