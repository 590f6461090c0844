using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Domain.Hardship;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship;

/// <summary>Evidence of requests (证明材料校验): which facts it may show, and in what form.</summary>
internal static class HardshipEvidence
{
    /// <summary>Most pieces in one request.</summary>
    private const int Most = 20;

    // What the register itself says is not for evidence to change.
    private static readonly string[] OfTheRegister = ["category", "city_category", "registered_unemployed", "unemployed_since"];

    private static readonly Dictionary<string, FactDescription> Facts = PolicyProgram
        .Of(HardshipRecognition.Name, HardshipFacts.Read, HardshipRecognition.Decide).Facts
        .Where(fact => !OfTheRegister.Contains(fact.Name)).ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    // 认定依据由各市在受理时要求，文件没有规定材料格式；长度为本系统接口所定。
    private static readonly FieldTable Source = new(
        new Clause("人社部发〔2020〕38号", "二"), "证明材料", dayField: null, [new("source", "来源", Presence.Required, FieldFormat.C(100))]);

    /// <summary>What is wrong with the evidence, by proto field; pieces are counted from 1.</summary>
    public static IEnumerable<FieldError> Faults(IReadOnlyList<Evidence> evidence, DateOnly today)
    {
        if (evidence.Count > Most)
        {
            yield return new FieldError("evidence", $"一次最多提交 {Most} 项材料，请分次提交");
            yield break;
        }

        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < evidence.Count; i++)
        {
            foreach (var (field, message) in Faults(evidence[i], told, today))
            {
                yield return new FieldError(string.Create(CultureInfo.InvariantCulture, $"evidence[{i + 1}].{field}"), message);
            }
        }
    }

    /// <summary>As it is stored, after what was there: the last of a fact counts.</summary>
    public static IReadOnlyList<StoredEvidence> Add(this IReadOnlyList<StoredEvidence> known, IEnumerable<Evidence> more) =>
        [.. known, .. more.Select(one => new StoredEvidence(one.Fact, one.Value, one.Source, one.ObtainedOn.ToDay()))];

    private static IEnumerable<(string Field, string Message)> Faults(Evidence one, HashSet<string> told, DateOnly today)
    {
        if (!Facts.TryGetValue(one.Fact, out var fact))
        {
            yield return ("fact", $"请填写材料证明的事项，可为：{string.Join('、', Facts.Keys)}");
        }
        else if (!told.Add(one.Fact))
        {
            yield return ("fact", "同一事项一次只能提交一项材料，请合并后提交");
        }
        else if (!IsOfItsForm(one))
        {
            yield return ("value", $"该事项的值应为{fact.Form}，请更正");
        }

        foreach (var fault in Source.Validate(new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = one.Source }))
        {
            yield return (fault.Code, fault.Message);
        }

        if (one.ObtainedOn?.IsDay() != true || one.ObtainedOn.ToDay() > today)
        {
            yield return ("obtained_on", "请填写取得材料或比对的日期，不晚于今天");
        }
    }

    private static bool IsOfItsForm(Evidence one)
    {
        try
        {
            HardshipFacts.Read(new FactSet(new DataNode.Map(new Dictionary<string, DataNode>(StringComparer.Ordinal) { [one.Fact] = new DataNode.Scalar(one.Value) })));
            return true;
        }
        catch (FactException)
        {
            // Its message repeats the value, which may be personal data: the caller is told the form instead.
            return false;
        }
    }
}
