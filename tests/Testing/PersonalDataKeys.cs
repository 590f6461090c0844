using System.Security.Cryptography;

namespace Wenye.Testing;

/// <summary>Fresh keys for personal data (测试密钥): every run has its own.</summary>
public static class PersonalDataKeys
{
    /// <summary>The settings PersonalData:Keys:0 and PersonalData:LookupKey.</summary>
    public static IReadOnlyDictionary<string, string> Fresh() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PersonalData:Keys:0:Id"] = "test",
        ["PersonalData:Keys:0:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["PersonalData:LookupKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };
}
