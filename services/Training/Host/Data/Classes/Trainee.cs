namespace Wenye.Training.Data;

/// <summary>A person who was ever enrolled or claimed for (参训人员): this service's key of the person.</summary>
/// <remarks>What a person may still be paid is decided under the lock of this row, across institutions, channels and counties.</remarks>
public sealed class Trainee
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>姓名 as last enrolled, encrypted at rest.</summary>
    public required string Name { get; set; }

    /// <summary>公民身份号码, encrypted at rest.</summary>
    public required string IdNumber { get; init; }

    /// <summary>By which the person is found; unique.</summary>
    public required byte[] IdHash { get; init; }
}
