using Wenye.CodeTables;
using Wenye.Policy;
using Wenye.Registration.Domain.Applications;

namespace Wenye.MinistrySimulator;

/// <summary>What the ministry's platform knows (部级平台数据), checked by the printed field lists.</summary>
/// <remarks>States follow 鲁人社字〔2020〕39号 附件5 三(二): 待审核 → 审核中 (downloaded) → 已审核 (result uploaded).</remarks>
public sealed class SimulatedMinistry(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, PlatformApplication> applications = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordIdentity, ReceivedRecord> records = [];

    /// <summary>What was uploaded, and how often (收到的记录).</summary>
    public IReadOnlyList<ReceivedRecord> Received
    {
        get
        {
            lock (gate)
            {
                return [.. records.Values];
            }
        }
    }

    /// <summary>A person applies (劳动者提交申请): the platform gives the number.</summary>
    /// <param name="form">The fields without ADC201.</param>
    /// <param name="isChecked">False lets a form pass that the platform should have refused.</param>
    public (string Number, IReadOnlyList<FieldFault> Faults) Apply(IReadOnlyDictionary<string, string> form, bool isChecked = true)
    {
        var division = form.GetValueOrDefault("AAB301", "000000");
        var fields = new Dictionary<string, string>(form, StringComparer.Ordinal)
        {
            ["ADC201"] = $"{division}{Guid.CreateVersion7():N}"[..36].ToUpperInvariant(),
        };
        if (isChecked && Check(FieldRules.Application, fields) is { Count: > 0 } faults)
        {
            return ("", faults);
        }

        lock (gate)
        {
            applications.Add(fields["ADC201"], new PlatformApplication(fields));
        }

        return (fields["ADC201"], []);
    }

    /// <summary>What a person is told (审核情况查询); null when there is no such application.</summary>
    public ApplicationStatus? StatusOf(string number)
    {
        lock (gate)
        {
            return applications.TryGetValue(number, out var application) ? new(application.State, application.Result, application.Reason) : null;
        }
    }

    /// <summary>Applications that wait, by number (失业登记申请信息下载).</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Download(string division, string after, int limit)
    {
        var area = division.EndsWith("0000", StringComparison.Ordinal) ? division[..2] : division.EndsWith("00", StringComparison.Ordinal) ? division[..4] : division;
        lock (gate)
        {
            return
            [
                .. applications.Values
                    .Where(a => a.State == "待审核" && a.Fields.GetValueOrDefault("AAB301", "").StartsWith(area, StringComparison.Ordinal))
                    .Where(a => string.CompareOrdinal(a.Number, after) > 0)
                    .Take(limit).Select(a => a.Fields),
            ];
        }
    }

    /// <summary>The place has stored them (确认下载).</summary>
    public void Acknowledge(IEnumerable<string> numbers)
    {
        lock (gate)
        {
            foreach (var number in numbers)
            {
                if (applications.TryGetValue(number, out var application) && application.State == "待审核")
                {
                    application.State = "审核中";
                }
            }
        }
    }

    /// <summary>Whether a record of this identity came (按标识查询).</summary>
    public bool Knows(RecordIdentity identity)
    {
        lock (gate)
        {
            return records.ContainsKey(identity);
        }
    }

    /// <summary>Takes an upload (失业登记审核结果上传、失业登记退出信息上传), or says what is at fault.</summary>
    public IReadOnlyList<FieldFault> Upload(RecordIdentity identity, IReadOnlyDictionary<string, string> fields)
    {
        var faults = Check(identity.Kind == RecordKind.ReviewResult ? FieldRules.ReviewResult : FieldRules.Deregistration, fields).ToList();
        faults.AddRange(IdentityFaults(identity, fields));
        lock (gate)
        {
            if (faults.Count > 0)
            {
                return faults;
            }

            // 【业务】…申请编号（或ID），不可重复
            if (records.TryGetValue(identity, out var known))
            {
                records[identity] = known with { Times = known.Times + 1 };
                return [new FieldFault("AAZ341", "该行政区划代码和系统流水号的记录已收到过，不可重复")];
            }

            records.Add(identity, new ReceivedRecord(identity, fields, Times: 1));
            if (identity.Kind == RecordKind.ReviewResult && fields.TryGetValue("ADC201", out var number) && applications.TryGetValue(number, out var application))
            {
                application.State = "已审核";
                (application.Result, application.Reason) = (fields["AAE540"] == "1" ? "审核通过" : "审核不通过", fields.GetValueOrDefault("AAE360", ""));
            }

            return [];
        }
    }

    private IEnumerable<FieldFault> IdentityFaults(RecordIdentity identity, IReadOnlyDictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("AAB301") != identity.Division || fields.GetValueOrDefault("AAZ341") != identity.Serial)
        {
            yield return new FieldFault("AAZ341", "记录与地址中的行政区划代码、系统流水号不一致");
        }

        if (fields.TryGetValue("ADC201", out var number) && StatusOf(number) is null)
        {
            yield return new FieldFault("ADC201", "平台没有该失业登记申请编号");
        }
        else if (number is null && identity.Kind == RecordKind.ReviewResult && IsAwaited(fields))
        {
            yield return new FieldFault("ADC201", "该人员有转办申请等待审核结果，转办申请的审核结果应填写失业登记申请编号");
        }
    }

    // 【业务】人社政务服务平台下载的申请信息，返回审核结果时，需要将失业登记申请编号同步返回
    private bool IsAwaited(IReadOnlyDictionary<string, string> result)
    {
        lock (gate)
        {
            return applications.Values.Any(application => application.State != "已审核" && IsSame(application.Fields, result));
        }
    }

    private static bool IsSame(IReadOnlyDictionary<string, string> application, IReadOnlyDictionary<string, string> result) =>
        new[] { "AAB301", "AAC058", "AAC044" }.All(code => application.GetValueOrDefault(code, "") == result.GetValueOrDefault(code, ""));

    private IReadOnlyList<FieldFault> Check(FieldTable table, IReadOnlyDictionary<string, string> fields) =>
        table.Validate(fields, CodeTableSet.Shipped, ChinaTime.Today(time));

    private sealed class PlatformApplication(IReadOnlyDictionary<string, string> fields)
    {
        public IReadOnlyDictionary<string, string> Fields { get; } = fields;

        public string Number => Fields["ADC201"];

        public string State { get; set; } = "待审核";

        public string Result { get; set; } = "";

        public string Reason { get; set; } = "";
    }
}

/// <summary>What a person is told of an application (审核状态、审核结果、不通过原因).</summary>
public sealed record ApplicationStatus(string State, string Result, string Reason);

/// <summary>A record that came (收到的记录), and how many times.</summary>
public sealed record ReceivedRecord(RecordIdentity Identity, IReadOnlyDictionary<string, string> Fields, int Times);

/// <summary>By what a record is known (唯一标识号): 行政区划代码+系统流水号.</summary>
public sealed record RecordIdentity(RecordKind Kind, string Division, string Serial);

/// <summary>What is uploaded (上传事项).</summary>
public enum RecordKind
{
    /// <summary>审核结果.</summary>
    ReviewResult,

    /// <summary>退出信息.</summary>
    Exit,
}
