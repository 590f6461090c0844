namespace Wenye.Persistence.Tests.Events.V1;

/// <summary>An event; <see cref="Run"/> tells the tests, which share a broker, apart.</summary>
public sealed record ThingHappened
{
    public required Guid Run { get; init; }

    public required int Number { get; init; }
}
