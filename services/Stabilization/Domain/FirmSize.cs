namespace Wenye.Stabilization.Domain;

/// <summary>Size of a firm (企业划型), 工信部联企业〔2011〕300号.</summary>
public enum FirmSize
{
    /// <summary>大型.</summary>
    Large = 1,

    /// <summary>中型.</summary>
    Medium,

    /// <summary>小型.</summary>
    Small,

    /// <summary>微型.</summary>
    Micro,
}
