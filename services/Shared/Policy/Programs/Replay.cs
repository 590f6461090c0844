using System.Text;
using System.Text.Json;

namespace Wenye.Policy;

/// <summary>What came of deciding again (重放结果).</summary>
public enum ReplayResult
{
    /// <summary>The same facts under the same parameters gave the same bytes (一致).</summary>
    Same,

    /// <summary>The parameter set is another one now, but nothing else of the decision differs (参数版本已变，决定不变).</summary>
    SameUnderOtherParameters,

    /// <summary>The parameter set is another one now, and so is the decision (参数版本已变，决定不同).</summary>
    DiffersUnderOtherParameters,

    /// <summary>The same parameters gave other bytes: code has changed, or the record was tampered with (不一致).</summary>
    Differs,
}

/// <summary>Decides a stored decision again, years later, from its own facts (重放).</summary>
public static class Replay
{
    /// <summary>Decides again and compares byte for byte.</summary>
    /// <param name="stored">The canonical JSON as stored.</param>
    /// <param name="programs">Programs by name.</param>
    /// <param name="parameters">The parameter set of today, or of the stored version.</param>
    /// <param name="again">The new decision.</param>
    /// <exception cref="PolicyDataException">The record is not a decision, or of a program that is not among <paramref name="programs"/>.</exception>
    public static ReplayResult Run(ReadOnlyMemory<byte> stored, IEnumerable<PolicyProgram> programs, ParameterSet parameters, out Decision again)
    {
        using var document = Read(stored);
        var record = document.RootElement;
        var name = record.GetProperty("program").GetString();
        var program = programs.FirstOrDefault(one => one.Name == name) ?? throw new PolicyDataException("重放", $"没有决定事项“{name}”。");
        var policy = parameters.At(
            Division.Parse(record.GetProperty("region").GetString()!),
            DateOnly.ParseExact(record.GetProperty("as_of").GetString()!, "yyyy-MM-dd"));
        again = program.Decide(new FactSet((DataNode.Map)JsonText.Convert(record.GetProperty("facts"))), policy);

        var bytes = DecisionJson.Write(again);
        var version = record.GetProperty("parameter_version").GetString()!;
        if (version == parameters.Version)
        {
            return stored.Span.SequenceEqual(bytes) ? ReplayResult.Same : ReplayResult.Differs;
        }

        var underOther = Encoding.UTF8.GetString(bytes).Replace(parameters.Version, version, StringComparison.Ordinal);
        return underOther == Encoding.UTF8.GetString(stored.Span) ? ReplayResult.SameUnderOtherParameters : ReplayResult.DiffersUnderOtherParameters;
    }

    private static JsonDocument Read(ReadOnlyMemory<byte> stored)
    {
        try
        {
            return JsonDocument.Parse(stored);
        }
        catch (JsonException fault)
        {
            throw new PolicyDataException("重放", $"不是决定的规范文本：{fault.Message}");
        }
    }
}
