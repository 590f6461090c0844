using System.Globalization;

namespace Wenye.Policy;

/// <summary>Reads parameter files and refuses what is at fault (参数文件).</summary>
internal static class ParameterFile
{
    private static readonly DateOnly Forever = DateOnly.MaxValue;

    public static IReadOnlyList<ParameterSeries> Read(IEnumerable<(string Source, string Yaml)> files)
    {
        var all = new Dictionary<string, ParameterSeries>(StringComparer.Ordinal);
        foreach (var (source, yaml) in files)
        {
            foreach (var entry in Maps(source, YamlText.Parse(source, yaml), "参数"))
            {
                var one = Series(source, entry);
                if (!all.TryAdd(one.Name, one))
                {
                    throw new PolicyDataException(source, $"参数 {one.Name} 重复。");
                }
            }
        }

        return [.. all.Values];
    }

    public static IReadOnlyList<ParameterSeries> Extend(IEnumerable<ParameterSeries> known, string source, DataNode settings)
    {
        var all = known.ToDictionary(one => one.Name, StringComparer.Ordinal);
        foreach (var entry in Maps(source, settings, "参数"))
        {
            var name = Text(source, entry, "name");
            if (!all.TryGetValue(name, out var series) || !series.SetByOperator)
            {
                throw new PolicyDataException(source, $"参数 {name} 不由各市确定，不能设定。");
            }

            var extended = series with { Values = Ordered([.. series.Values, .. Values(source, name, series.Unit, entry)]) };
            ParameterChecks.Demand(source, extended);
            all[name] = extended;
        }

        return [.. all.Values];
    }

    private static ParameterSeries Series(string source, DataNode.Map entry)
    {
        var name = Text(source, entry, "name");
        var unitName = Text(source, entry, "unit");
        var unit = Unit.All.GetValueOrDefault(unitName) ?? throw new PolicyDataException(source, $"参数 {name} 的单位“{unitName}”未知，应为：{string.Join('、', Unit.All.Keys)}。");
        var setBy = Optional(entry, "set_by") ?? "document";
        var values = Ordered(Values(source, name, unit, entry));
        if (setBy is not ("document" or "city") || (setBy == "document" && values.Count == 0))
        {
            throw new PolicyDataException(source, $"参数 {name} 没有值；由各市确定的应写明 set_by: city。");
        }

        var authority = entry.Find("cite") is { } cite ? Cite(source, name, cite) : values.MinBy(value => value.Issued)?.Cite;
        var series = new ParameterSeries(name, Text(source, entry, "title"), unit, setBy == "city", authority ?? throw NoCitation(source, name), values);
        ParameterChecks.Demand(source, series);
        return series;
    }

    private static List<DatedValue> Ordered(IEnumerable<DatedValue> values) =>
        [.. values.OrderBy(value => value.Region.Code, StringComparer.Ordinal).ThenBy(value => value.Issued)];

    private static IEnumerable<DatedValue> Values(string source, string name, Unit unit, DataNode.Map entry) =>
        entry.Find("values") is { } values ? Maps(source, values, name).Select(value => Value(source, name, unit, value)) : [];

    private static DatedValue Value(string source, string name, Unit unit, DataNode.Map entry)
    {
        var code = Text(source, entry, "region");
        var region = Division.TryParse(code, out var division) ? division : throw new PolicyDataException(source, $"参数 {name} 的地区“{code}”不是6位行政区划代码。");
        var issued = Day(source, name, entry, "from") ?? throw new PolicyDataException(source, $"参数 {name} 缺少 from。");
        var from = Day(source, name, entry, "applies_from") ?? issued;
        var to = Day(source, name, entry, "to") ?? Forever;
        if (to < from)
        {
            throw new PolicyDataException(source, $"参数 {name} 的截止日早于起始日。");
        }

        var cite = entry.Find("cite") ?? throw NoCitation(source, name);
        return new(
            region,
            new(from, to),
            issued,
            Content(source, name, unit, entry.Find("value")),
            Cite(source, name, cite),
            cite is DataNode.Map map ? Optional(map, "text") ?? "" : "",
            Optional(entry, "supersedes"),
            Optional(entry, "note") ?? "");
    }

    private static PolicyValue Content(string source, string name, Unit unit, DataNode? node) => (unit.Kind, node) switch
    {
        (ValueKind.Truth, null) => PolicyValue.Of(true),
        (ValueKind.Truth, DataNode.Scalar { Text: "true" or "false" } truth) => PolicyValue.Of(truth.Text == "true"),
        (ValueKind.Number, DataNode.Scalar number) when Exact(number.Text) is { } value => PolicyValue.Of(value),
        (ValueKind.Money, DataNode.Scalar number) when Exact(number.Text) is { } value => PolicyValue.Of(Money.FromYuan(value)),
        (ValueKind.Day, DataNode.Scalar written) when ParseDay(written.Text) is { } day => PolicyValue.Of(day),
        (ValueKind.List, DataNode.List list) when list.Items.All(item => item is DataNode.Scalar) =>
            PolicyValue.Of([.. list.Items.Select(item => PolicyValue.Of(((DataNode.Scalar)item).Text))]),
        _ => throw new PolicyDataException(source, $"参数 {name} 的值与单位 {unit.Name} 不符。"),
    };

    private static decimal? Exact(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Clause Cite(string source, string name, DataNode node) => node is DataNode.Map map
        ? new(Optional(map, "document") ?? throw NoCitation(source, name), Optional(map, "item") ?? throw NoCitation(source, name))
        : throw NoCitation(source, name);

    private static PolicyDataException NoCitation(string source, string name) => new(source, $"参数 {name} 缺少依据（cite: {{document, item}}）。");

    private static DateOnly? Day(string source, string name, DataNode.Map entry, string key) => Optional(entry, key) switch
    {
        null => null,
        var text when ParseDay(text) is { } day => day,
        var text => throw new PolicyDataException(source, $"参数 {name} 的 {key}“{text}”不是日期（YYYY-MM-DD）。"),
    };

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(string source, DataNode.Map entry, string key) =>
        Optional(entry, key) ?? throw new PolicyDataException(source, $"缺少 {key}。");

    private static string? Optional(DataNode.Map entry, string key) => entry.Find(key) is DataNode.Scalar scalar ? scalar.Text : null;

    private static IEnumerable<DataNode.Map> Maps(string source, DataNode node, string what) => node is DataNode.List list
        ? list.Items.Select(item => item as DataNode.Map ?? throw new PolicyDataException(source, $"{what}应为映射。"))
        : throw new PolicyDataException(source, $"{what}应为列表。");
}
