using System.Security.Cryptography;

namespace Wenye.ServerProcesses;

/// <summary>Passwords made for one run.</summary>
public static class Secret
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary>A password that needs no escaping in a URL, a connection string or a configuration file.</summary>
    public static string Create(int length = 24) => RandomNumberGenerator.GetString(Alphabet, length);
}
