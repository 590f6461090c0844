using Wenye.Testing;

namespace Wenye.Training.Host.Tests;

/// <summary>People that tests of Training share nothing of.</summary>
internal static class People
{
    /// <summary>A firm that does not exist, its check characters right.</summary>
    public const string EmployerCode = "91370100MA0000007J";

    private static int people;

    /// <summary>A person no other test uses.</summary>
    public static SyntheticPerson New() => SyntheticPeople.Person(Interlocked.Increment(ref people));
}
