using System.Globalization;
using System.Text.Json;

namespace Wenye.Policy;

/// <summary>Named facts from a case, a stored decision or a form (事实集), read by type. What is left out is unproven.</summary>
/// <remarks>A typed facts record reads each of its facts once; whatever it did not read is unknown to the program.</remarks>
public sealed class FactSet
{
    private readonly DataNode.Map given;
    private readonly List<FactDescription> read = [];

    public FactSet(DataNode.Map given) => this.given = given;

    /// <summary>No facts at all (无事实).</summary>
    public static FactSet Empty => new(new DataNode.Map(new Dictionary<string, DataNode>(StringComparer.Ordinal)));

    /// <summary>What was asked of this set, in order: the description of the program's facts.</summary>
    public IReadOnlyList<FactDescription> Read => read;

    /// <summary>Reads YAML or JSON, a map of facts (读取).</summary>
    /// <exception cref="FactException">The text is not a map.</exception>
    public static FactSet Parse(string text) =>
        YamlText.Parse("事实", text) is DataNode.Map map ? new(map) : throw new FactException("given", "事实应为“名称: 值”的映射。");

    /// <summary>Reads a JSON object (读取JSON), numbers as their text so that decimals stay exact.</summary>
    /// <exception cref="FactException">The text is no JSON object, or names a fact twice. It does not repeat the text.</exception>
    public static FactSet ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return JsonText.Convert(document.RootElement) is DataNode.Map map ? new(map) : throw new FactException("", "事实应为 JSON 对象。");
        }
        catch (JsonException)
        {
            throw new FactException("", "事实应为 JSON 对象，且名称不得重复。");
        }
    }

    /// <summary>Yes or no (是否).</summary>
    public Fact<bool> Truth(string name) => Scalar<bool>(name, "true 或 false", text => text switch { "true" => true, "false" => false, _ => null });

    /// <summary>A day, YYYY-MM-DD (日期).</summary>
    public Fact<DateOnly> Day(string name) => Scalar(name, "日期（YYYY-MM-DD）", ParseDay);

    /// <summary>A month, YYYY-MM (年月).</summary>
    public Fact<YearMonth> Month(string name) => Scalar<YearMonth>(name, "年月（YYYY-MM）", text => YearMonth.TryParse(text, out var month) ? month : null);

    /// <summary>A whole number (整数).</summary>
    public Fact<int> Count(string name) => Scalar<int>(name, "整数", text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>An exact decimal (数值).</summary>
    public Fact<decimal> Number(string name) => Scalar(name, "数值", Exact);

    /// <summary>Yuan, at most two decimals (金额).</summary>
    public Fact<Money> Money(string name) => Scalar<Money>(name, "金额（元，至多两位小数）", text =>
        Exact(text) is { } yuan && decimal.Round(yuan, 2) == yuan ? Policy.Money.FromYuan(yuan) : null);

    /// <summary>One of an enum's terms (选项).</summary>
    public Fact<T> Choice<T>(string name)
        where T : struct, Enum => Scalar<T>(name, string.Join('、', Term<T>.All), text => Term<T>.TryParse(text, out var value) ? value : null);

    /// <summary>Text (文本).</summary>
    public Fact<string> Text(string name)
    {
        read.Add(new(name, "文本"));
        return given.Find(name) switch
        {
            null or DataNode.Null => Fact.Unproven<string>(name),
            DataNode.Scalar scalar => Fact.Known(name, scalar.Text),
            _ => throw WrongType(name, "文本", "列表或映射"),
        };
    }

    /// <summary>Text by name (文本映射), for example the fields of a form; null when not given.</summary>
    public IReadOnlyDictionary<string, string>? Texts(string name)
    {
        read.Add(new(name, "映射"));
        return given.Find(name) switch
        {
            null or DataNode.Null => null,
            DataNode.Map map => map.Entries.ToDictionary(
                entry => entry.Key,
                entry => entry.Value switch
                {
                    DataNode.Scalar scalar => scalar.Text,
                    DataNode.Null => "",
                    _ => throw WrongType($"{name}.{entry.Key}", "文本", "列表或映射"),
                },
                StringComparer.Ordinal),
            _ => throw WrongType(name, "映射", "文本或列表"),
        };
    }

    /// <summary>A list of days, YYYY-MM-DD (日期列表); null when not given, which is unproven: an empty list says that there were none.</summary>
    public IReadOnlyList<DateOnly>? Days(string name)
    {
        const string wanted = "日期（YYYY-MM-DD）的列表";
        read.Add(new(name, wanted));
        return given.Find(name) switch
        {
            null or DataNode.Null => null,
            DataNode.List list => [.. list.Items.Select(item => item is DataNode.Scalar scalar && ParseDay(scalar.Text) is { } day ? day : throw WrongType(name, wanted, "其他内容"))],
            _ => throw WrongType(name, wanted, "文本或映射"),
        };
    }

    /// <summary>A list of records (列表), each a fact set of its own; null when not given.</summary>
    public IReadOnlyList<FactSet>? Records(string name)
    {
        read.Add(new(name, "列表"));
        return given.Find(name) switch
        {
            null or DataNode.Null => null,
            DataNode.List list => [.. list.Items.Select(item => item is DataNode.Map map ? new FactSet(map) : throw WrongType(name, "映射的列表", "文本"))],
            _ => throw WrongType(name, "列表", "文本或映射"),
        };
    }

    /// <summary>Fails when a fact was given that nobody read (核对事实名).</summary>
    /// <exception cref="FactException">The program has no fact of that name.</exception>
    public void DemandAllRead(string program)
    {
        foreach (var name in given.Entries.Keys)
        {
            if (!read.Exists(known => known.Name == name))
            {
                throw new FactException(name, $"{program} 没有事实“{name}”，应为：{string.Join('、', read.Select(known => known.Name))}。");
            }
        }
    }

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static decimal? Exact(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static FactException WrongType(string name, string wanted, string got) => new(name, $"事实“{name}”应为{wanted}，得到“{got}”。");

    private Fact<T> Scalar<T>(string name, string wanted, Func<string, T?> parse)
        where T : struct
    {
        read.Add(new(name, wanted));
        return given.Find(name) switch
        {
            null or DataNode.Null => Fact.Unproven<T>(name),
            DataNode.Scalar scalar when parse(scalar.Text) is { } value => Fact.Known(name, value),
            DataNode.Scalar scalar => throw WrongType(name, wanted, scalar.Text),
            _ => throw WrongType(name, wanted, "列表或映射"),
        };
    }
}

/// <summary>A fact that a program knows (事实说明).</summary>
/// <param name="Name">Name in snake_case.</param>
/// <param name="Form">What it must be, in Chinese.</param>
public sealed record FactDescription(string Name, string Form);

/// <summary>A fact that cannot be read (事实有误): unknown to the program, or of another type.</summary>
public sealed class FactException(string fact, string message) : Exception(message)
{
    /// <summary>Name of the fact at fault.</summary>
    public string Fact { get; } = fact;
}
