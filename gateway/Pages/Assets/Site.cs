using System.IO.Compression;
using System.Security.Cryptography;

namespace Wenye.Gateway.Pages.Assets;

/// <summary>The files of the pages (页面文件): of the assembly, but for ECharts, which lies where setup put it.</summary>
/// <remarks>Read once. Where ECharts is not there the pages show their tables alone.</remarks>
internal sealed class Site
{
    /// <summary>Configuration key: where the library of charts is (图表库路径); relative to the content root.</summary>
    private const string ChartsSetting = "Pages:ECharts";
    private const string ChartsPath = "Pages/node_modules/echarts/dist/echarts.common.min.js";
    private const string Prefix = "site/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, SiteFile> files = new(StringComparer.Ordinal);

    public Site(IConfiguration configuration, IWebHostEnvironment environment)
    {
        var assembly = typeof(Site).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && Types.ContainsKey(Path.GetExtension(name))))
        {
            using var content = assembly.GetManifestResourceStream(name)!;
            Add(name[Prefix.Length..], content);
        }

        var charts = Path.Combine(environment.ContentRootPath, configuration[ChartsSetting] is { Length: > 0 } configured ? configured : ChartsPath);
        if (File.Exists(charts))
        {
            using var content = File.OpenRead(charts);
            Add("echarts.js", content);
        }
    }

    /// <summary>Whether charts can be drawn (是否可绘图).</summary>
    public bool HasCharts => files.ContainsKey("echarts.js");

    /// <summary>A file by its name; null when there is none.</summary>
    public SiteFile? Find(string name) => files.GetValueOrDefault(name);

    private void Add(string name, Stream content)
    {
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            whole.Position = 0;
            whole.CopyTo(gzip);
        }

        var bytes = whole.ToArray();
        files[name] = new SiteFile(bytes, packed.ToArray(), Types[Path.GetExtension(name)], $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
    }
}

/// <summary>A file of the pages (页面文件).</summary>
/// <param name="Content">As it is.</param>
/// <param name="Packed">Compressed by gzip.</param>
/// <param name="Type">Content-Type.</param>
/// <param name="Tag">ETag: another for every other content.</param>
internal sealed record SiteFile(byte[] Content, byte[] Packed, string Type, string Tag);
