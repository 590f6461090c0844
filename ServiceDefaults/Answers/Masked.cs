using System.Text;

namespace Wenye.ServiceDefaults;

/// <summary>Personal data as everybody may see it (脱敏), alike in every service.</summary>
public static class Masked
{
    /// <summary>A name (脱敏姓名): its first character and two stars, however long it is: the length would help to guess it. Nothing of an empty one.</summary>
    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : $"{name.EnumerateRunes().First()}**";
}
