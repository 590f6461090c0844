using Wenye.Testing;
using Wenye.Training.Data;
using Wenye.Training.Host.Tests;

[assembly: AssemblyFixture(typeof(TrainingFixture))]

namespace Wenye.Training.Host.Tests;

/// <summary>Training's host and Registration's beside it; today is Tuesday 2020-09-01.</summary>
public sealed class TrainingFixture() : AskingServiceFixture<TrainingDbContext>("training", Today), IAsyncLifetime
{
    /// <summary>A Tuesday.</summary>
    public static readonly DateOnly Today = new(2020, 9, 1);

    /// <summary>As <see cref="Ring"/>.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Ring => Keys;
}
