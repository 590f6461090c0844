using System.Globalization;

namespace Wenye.Testing;

/// <summary>Valid records for the ministry's platform (上传部平台的记录) of people who do not exist: review results and exits.</summary>
/// <remarks>As <see cref="SyntheticForms"/>: the same seed gives the same record, different seeds different serial numbers.</remarks>
public static class SyntheticRecords
{
    private static readonly string[] Operators = ["试验员甲", "试验员乙", "Synthetic-1", "测·试"];
    private static readonly string[] ExitReasons = ["11", "12", "13", "14", "21", "23", "24", "25", "26", "31", "32", "90"];

    /// <summary>A valid review result (失业登记申请审核结果信息), 46 fields, of an application of the platform or one made here.</summary>
    /// <param name="seed">Chooses the record.</param>
    /// <param name="today">The day on which it must be valid, in 2020 or later.</param>
    public static Dictionary<string, string> ReviewResult(int seed, DateOnly today)
    {
        var random = new Random(~seed);
        var record = SyntheticForms.Valid(seed, today);
        record["AAZ341"] = SerialNumber(seed);
        record["AJC090"] = random.Next(4) == 0 ? record["AJC090"] : record["AJC090"][..6];
        record["AAE540"] = random.Next(3) == 0 ? "2" : "1";
        if (random.Next(2) == 0)
        {
            record.Remove("ADC201");
        }

        if (record["AAE540"] == "2")
        {
            record["AAE360"] = "合成的不通过原因";
        }

        AddHandling(random, record, today);
        return record;
    }

    /// <summary>A valid exit from the register (失业登记退出信息), 11 fields.</summary>
    /// <param name="seed">Chooses the record.</param>
    /// <param name="today">The day on which it must be valid, in 2020 or later.</param>
    public static Dictionary<string, string> Exit(int seed, DateOnly today)
    {
        var random = new Random(~seed);
        var form = SyntheticForms.Valid(seed, today);
        var record = new Dictionary<string, string>
        {
            ["AAB301"] = form["AAB301"],
            ["AAZ341"] = SerialNumber(seed),
            ["AAC003"] = form["AAC003"],
            ["AAC002"] = form.GetValueOrDefault("AAC002", form["AAC044"]),
            ["AAC058"] = form["AAC058"],
            ["AAC044"] = form["AAC044"],
            ["ADC210"] = Day(today.AddDays(-random.Next(0, 30))),
            ["AJC00A"] = ExitReasons[random.Next(ExitReasons.Length)],
        };
        AddHandling(random, record, today);
        return record;
    }

    private static void AddHandling(Random random, Dictionary<string, string> record, DateOnly today)
    {
        record["AAE011"] = Operators[random.Next(Operators.Length)];
        record["AAE036"] = Day(today.AddDays(-random.Next(0, 3)));
        if (random.Next(2) == 0)
        {
            record["AAE013"] = "合成数据";
        }
    }

    private static string SerialNumber(int seed) => string.Create(CultureInfo.InvariantCulture, $"SYN{(uint)seed:000000000000000}");

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
