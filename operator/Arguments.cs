using System.Globalization;

namespace Wenye.Operator;

/// <summary>What follows a command's words (命令参数): values, --options with a value, --flags without.</summary>
internal sealed class Arguments
{
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal) { "--dry-run", "--all", "--complete" };

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    /// <summary>What is neither an option nor its value, in order.</summary>
    public IReadOnlyList<string> Values => _values;

    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var arguments = new Arguments();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                arguments._values.Add(words[i]);
            }
            else if (Flags.Contains(words[i]))
            {
                arguments._options[words[i]] = "";
            }
            else
            {
                arguments._options[words[i]] = i + 1 < words.Count ? words[++i] : throw new UsageException($"{words[i]} 后面应有一个值");
            }
        }

        return arguments;
    }

    /// <summary>The value that must be there.</summary>
    public string Value(int position, string name) =>
        position < _values.Count ? _values[position] : throw new UsageException($"缺少参数：{name}");

    public string? Option(string name) => _options.GetValueOrDefault(name);

    public bool Has(string flag) => _options.ContainsKey(flag);

    /// <summary>A day written yyyy-MM-dd; null when the option is absent.</summary>
    public DateOnly? Day(string name) => Option(name) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new UsageException($"{name} 应为 yyyy-MM-dd 格式的日期"),
    };

    /// <summary>A whole number in the range; the default when the option is absent.</summary>
    public int Number(string name, int whenAbsent, int least, int most) => Option(name) switch
    {
        null => whenAbsent,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        _ => throw new UsageException($"{name} 应为 {least} 至 {most} 的整数"),
    };

    /// <summary>Demands that nothing but these options was given.</summary>
    public Arguments Only(int values, params IReadOnlyCollection<string> options)
    {
        string[] everywhere = ["--gateway", "--grpc", "--client", "--secret"];
        if (_options.Keys.FirstOrDefault(option => !options.Contains(option) && !everywhere.Contains(option)) is { } unknown)
        {
            throw new UsageException($"没有这个选项：{unknown}");
        }

        return _values.Count <= values ? this : throw new UsageException($"多余的参数：{_values[values]}");
    }
}
