using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Contracts.Tests;

/// <summary>Events outlive the code that wrote them: their shape is pinned in events.txt.</summary>
public sealed class EventShapeTests
{
    private static readonly IReadOnlyList<System.Type> Events =
    [
        .. typeof(UnemploymentRegistered).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Wenye.Contracts.Events.", StringComparison.Ordinal) == true && type.IsPublic)
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Events_have_the_shape_that_was_agreed()
    {
        var agreed = await File.ReadAllTextAsync(
            Path.Combine(Repository.TestFolder, "events.txt"), TestContext.Current.CancellationToken);

        // A published event may only gain optional members; anything else is a new version in a namespace of its own.
        string.Concat(Events.Select(Shape)).ShouldBe(agreed);
    }

    [Fact]
    public void Events_are_sealed_records_of_scalars_without_a_base()
    {
        foreach (var type in Events)
        {
            type.IsSealed.ShouldBeTrue(type.FullName);
            type.BaseType.ShouldBe(typeof(object), type.FullName);
            type.GetMethod("<Clone>$").ShouldNotBeNull(type.FullName);
            type.GetProperties().ShouldAllBe(property => IsScalar(Plain(property.PropertyType)), type.FullName);
        }
    }

    private static string Shape(System.Type type)
    {
        var shape = new StringBuilder(type.FullName).Append('\n');
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "optional" : "required";
            shape.Append("  ").Append(property.Name).Append(": ").Append(Plain(property.PropertyType).Name).Append(' ').Append(required).Append('\n');
        }

        return shape.ToString();
    }

    // What may be absent is told as what it is.
    private static System.Type Plain(System.Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsScalar(System.Type type) =>
        type.IsPrimitive || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly)
        || type == typeof(DateTimeOffset) || type == typeof(decimal);
}
