using System.Reflection;
using System.Reflection.Emit;
using Wenye.Polyfills.Tests.References;

namespace Wenye.Polyfills.Tests;

/// <summary>The check itself fails when it must: a true package against stand-ins that are wrong on purpose.</summary>
public sealed class MissingReferencesTests : IDisposable
{
    private const string NeededHash = "System.IO.Hashing.XxHash64: static System.Byte[] Hash(System.Byte[])";
    private const MethodAttributes PublicStatic = MethodAttributes.Public | MethodAttributes.Static;
    private static readonly string Yarp = Path.Combine(AppContext.BaseDirectory, "Yarp.ReverseProxy.dll");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wenye-references-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_complete_stand_in_passes() =>
        MissingReferences.Find(Yarp, [HashingWith(PublicStatic, typeof(byte[]), typeof(byte[]))]).ShouldBeEmpty();

    [Fact]
    public void A_missing_type_is_named() =>
        MissingReferences.Find(Yarp, [Emit("System.IO.Hashing", _ => { })])
            .ShouldBe(["type System.IO.Hashing.XxHash64", NeededHash]);

    [Theory]
    [InlineData(PublicStatic, typeof(byte[]), typeof(string))]
    [InlineData(PublicStatic, typeof(byte[]), typeof(ReadOnlySpan<byte>))]
    [InlineData(PublicStatic, typeof(ulong), typeof(byte[]))]
    [InlineData(MethodAttributes.Public, typeof(byte[]), typeof(byte[]))]
    [InlineData(MethodAttributes.Assembly | MethodAttributes.Static, typeof(byte[]), typeof(byte[]))]
    [InlineData(MethodAttributes.Private | MethodAttributes.Static, typeof(byte[]), typeof(byte[]))]
    public void A_member_with_another_signature_or_hidden_is_missing(MethodAttributes attributes, Type returns, Type takes) =>
        MissingReferences.Find(Yarp, [HashingWith(attributes, returns, takes)]).ShouldBe([NeededHash]);

    [Fact]
    public void A_hidden_type_is_missing() =>
        MissingReferences.Find(Yarp, [Emit("System.IO.Hashing", module =>
            Type(module, "System.IO.Hashing.XxHash64", TypeAttributes.NotPublic, PublicStatic, "Hash", typeof(byte[]), typeof(byte[])))])
            .ShouldContain("type System.IO.Hashing.XxHash64");

    [Fact]
    public void An_override_without_its_virtual_method_is_found()
    {
        var client = Path.Combine(AppContext.BaseDirectory, "Grpc.Net.Client.dll");
        var emptied = Emit("Grpc.Core.Api", module => module.DefineType("Grpc.Core.ChannelBase", TypeAttributes.Public).CreateType());

        MissingReferences.Find(client, [emptied]).ShouldContain(
            "Grpc.Core.ChannelBase: virtual Grpc.Core.CallInvoker CreateCallInvoker()");
    }

    private string HashingWith(MethodAttributes attributes, Type returns, Type takes) =>
        Emit("System.IO.Hashing", module =>
            Type(module, "System.IO.Hashing.XxHash64", TypeAttributes.Public, attributes, "Hash", returns, takes));

    private string Emit(string name, Action<ModuleBuilder> define)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        define(assembly.DefineDynamicModule(name));
        var path = Path.Combine(_folder.FullName, name + ".dll");
        assembly.Save(path);
        return path;
    }

    private static void Type(
        ModuleBuilder module, string name, TypeAttributes visibility, MethodAttributes attributes, string method, Type returns, Type takes)
    {
        var type = module.DefineType(name, visibility | TypeAttributes.Class);
        var body = type.DefineMethod(method, attributes, returns, [takes]).GetILGenerator();
        body.Emit(OpCodes.Ldnull);
        body.Emit(OpCodes.Throw);
        type.CreateType();
    }
}
