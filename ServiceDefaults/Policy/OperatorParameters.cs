using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wenye.Policy;

namespace Wenye.ServiceDefaults;

/// <summary>What documents leave to the city (由各市确定的参数), supplied by whoever operates the platform.</summary>
/// <remarks>
/// One YAML file, named by <see cref="Setting"/>, serves all services: a list of <c>{name, values}</c> as in the parameter
/// files, each value with region, day and the city's own document. A service takes the parameters that begin with its name.
/// A file at fault stops the start: a wrong figure must never decide a case. Docs: docs/operations.md.
/// </remarks>
public static class OperatorParameters
{
    /// <summary>Configuration key of the file's path (配置项); unset: nothing is supplied.</summary>
    public const string Setting = "Policy:OperatorParameters";

    private static readonly string[] Services = ["registration", "training", "loans", "stabilization", "welfare_posts", "statistics", "reference"];

    /// <summary>Makes the parameters a service decides with available, the operator's among them (添加政策参数).</summary>
    /// <param name="builder">The service's.</param>
    /// <param name="shipped">The parameters of its domain.</param>
    /// <exception cref="PolicyDataException">The file cannot be read, or is at fault.</exception>
    public static void AddPolicyParameters(this IHostApplicationBuilder builder, ParameterSet shipped) =>
        builder.Services.AddSingleton(builder.Configuration[Setting] is { Length: > 0 } path ? Load(path, shipped) : shipped);

    /// <summary>The parameters with those of the file (载入运营方设定).</summary>
    /// <exception cref="PolicyDataException">As above.</exception>
    public static ParameterSet Load(string path, ParameterSet shipped)
    {
        var source = Path.GetFileName(path);
        var content = YamlText.Parse(source, Read(path));
        if (content is not DataNode.List list)
        {
            throw new PolicyDataException(source, "应为参数列表，每项写明 name 和 values。");
        }

        var own = shipped.Names.Select(ServiceOf).ToHashSet(StringComparer.Ordinal);
        return shipped.With(source, new DataNode.List([.. list.Items.Where(item => IsOfService(source, item, own))]));
    }

    private static bool IsOfService(string source, DataNode item, HashSet<string> own)
    {
        var name = item is DataNode.Map map && map.Find("name") is DataNode.Scalar scalar ? scalar.Text : throw new PolicyDataException(source, "有一项没有写明 name。");
        return Services.Contains(ServiceOf(name)) || own.Contains(ServiceOf(name))
            ? own.Contains(ServiceOf(name))
            : throw new PolicyDataException(source, $"参数 {name} 不属于任何服务，名称应以服务名开头，如 registration.hardship_valid_months。");
    }

    private static string ServiceOf(string name) => name.Split('.')[0];

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PolicyDataException(path, $"配置项 {Setting} 指定的文件不能读取：{fault.Message}");
        }
    }
}
