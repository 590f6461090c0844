namespace Wenye.Persistence.Tests.Events.V1;

/// <summary>An event as a service would publish.</summary>
public sealed record ThingHappened
{
    public required int Number { get; init; }
}
