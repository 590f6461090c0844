using Wenye.Contracts.Type.V1;

namespace Wenye.Demo;

/// <summary>What every request of the demo carries.</summary>
internal static class Requests
{
    public static string NewRequestId() => Guid.CreateVersion7().ToString();

    /// <summary>经办人: the ministry's records name who decided; who pays is another one.</summary>
    public static Handling Officer(string name = "测经办") => new() { Operator = name };
}
