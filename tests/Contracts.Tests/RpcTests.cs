using Google.Protobuf.Reflection;
using Wenye.Contracts.Options.V1;

namespace Wenye.Contracts.Tests;

/// <summary>What every rpc must state.</summary>
public sealed class RpcTests
{
    private static readonly IReadOnlyList<MethodDescriptor> Methods =
    [
        .. from type in typeof(PermissionExtensions).Assembly.GetTypes()
           let property = type.GetProperty("Descriptor", typeof(ServiceDescriptor))
           where property is not null
           from method in ((ServiceDescriptor)property.GetValue(null)!).Methods
           select method,
    ];

    public static TheoryData<string> MethodNames => new(Methods.Select(method => method.FullName));

    [Fact]
    public void The_contracts_have_services() => Methods.ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Every_rpc_states_its_permission(string name)
    {
        var method = Methods.Single(method => method.FullName == name);
        method.GetOptions()?.GetExtension(PermissionExtensions.Permission).ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public void Every_rpc_whose_repeat_could_double_something_takes_a_request_id(string name)
    {
        var method = Methods.Single(method => method.FullName == name);
        if (method.GetOptions() is not { HasIdempotencyLevel: true })
            method.InputType.FindFieldByName("request_id").ShouldNotBeNull();
    }

    [Fact]
    public void Everything_a_caller_reads_is_commented()
    {
        var bare = from proto in Directory.EnumerateFiles(
                       Path.Combine(Repository.Root, "services", "Shared", "Contracts", "proto"), "*.proto", SearchOption.AllDirectories)
                   let lines = File.ReadAllLines(proto)
                   from index in Enumerable.Range(1, lines.Length - 1)
                   let line = lines[index].TrimStart()
                   where line.StartsWith("rpc ", StringComparison.Ordinal)
                       || line.StartsWith("service ", StringComparison.Ordinal)
                       || line.StartsWith("message ", StringComparison.Ordinal)
                       || (line.StartsWith("enum ", StringComparison.Ordinal))
                   where !lines[index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)
                   select $"{Path.GetFileName(proto)}:{index + 1}: {line}";

        bare.ShouldBeEmpty();
    }
}
