using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Wenye.Gateway.Tokens;

/// <summary>The agencies' clients (客户端名册), checked when the gateway starts.</summary>
internal sealed class ClientRegister
{
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];
    private readonly FrozenDictionary<string, AgencyClient> _clients;

    public ClientRegister(IConfiguration configuration)
    {
        var clients = configuration.GetSection("Auth:Clients").Get<List<AgencyClient>>() ?? [];
        clients.ForEach(Check);
        _clients = clients.ToFrozenDictionary(client => client.Id, StringComparer.Ordinal);
    }

    public AgencyClient? Find(string id) => _clients.GetValueOrDefault(id);

    /// <summary>The client of this id and secret (密钥核对), in the same time whether or not there is such a client.</summary>
    public AgencyClient? WithSecret(string id, string secret)
    {
        var client = Find(id);
        var expected = client is { SecretHash.Length: > 0 } ? Convert.FromHexString(client.SecretHash) : NoHash;
        var matches = CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        return matches ? client : null;
    }

    private static void Check(AgencyClient client)
    {
        if (client.Id.Length == 0 || client.Agency.Length == 0)
            throw new InvalidOperationException("Auth:Clients: every client needs Id and Agency.");
        if (client.Division.Length != 6 || !client.Division.All(char.IsAsciiDigit))
            throw new InvalidOperationException($"Auth:Clients: Division of {client.Id} must be six digits (GB/T 2260).");
        if (client.SecretHash.Length == 0 && client.PublicKey.Length == 0)
            throw new InvalidOperationException($"Auth:Clients: {client.Id} needs SecretHash or PublicKey.");
        if (client.SecretHash.Length > 0 && Convert.FromHexString(client.SecretHash).Length != SHA256.HashSizeInBytes)
            throw new InvalidOperationException($"Auth:Clients: SecretHash of {client.Id} must be a SHA-256 in hex.");
    }
}
