using System.Text.Json;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>What was stated of a candidate and what the registers said (人选档案). What is null is not established.</summary>
/// <remarks>Kept as one encrypted text: it is read and written as a whole, under the lock of its round.</remarks>
public sealed class CandidacyFile
{
    /// <summary>Unspecified: none claimed.</summary>
    public HardshipGroup ClaimedGroup { get; set; }

    /// <summary>What shows it; empty: nothing, and the same of the others.</summary>
    public string GroupSource { get; set; } = "";

    /// <summary>零就业家庭成员.</summary>
    public StatedFile? ZeroEmploymentFamily { get; set; }

    /// <summary>符合用工条件、有能力胜任, as the office found.</summary>
    public StatedFile? MeetsRequirements { get; set; }

    /// <summary>通过市场渠道难以实现就业, as the office found.</summary>
    public StatedFile? HardToPlace { get; set; }

    /// <summary>原法定退休年龄 of a woman.</summary>
    public FormerRetirementAge FormerRetirementAge { get; set; }

    public string RetirementSource { get; set; } = "";

    public RegisterFile Registers { get; set; } = new();

    public static CandidacyFile Read(string text) => JsonSerializer.Deserialize<CandidacyFile>(text) ?? throw new JsonException("A candidacy has a file.");

    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>Something stated and what shows it (陈述及依据).</summary>
public sealed record StatedFile(bool Holds, string Source)
{
    /// <summary>What it establishes (已证实): what speaks against someone needs no proof, what speaks for them does. Null: nothing.</summary>
    public bool? Established => !Holds ? false : Source.Length > 0 ? true : null;
}

/// <summary>What Registration said last (登记核验情况).</summary>
public sealed class RegisterFile
{
    public DateOnly AskedOn { get; set; }

    /// <summary>Registration's key; null: not known there.</summary>
    public Guid? PersonKey { get; set; }

    /// <summary>登记失业时间; null: not registered.</summary>
    public DateOnly? UnemployedSince { get; set; }

    /// <summary>Categories in force, as HardshipService names them.</summary>
    public IList<string> Hardship { get; set; } = [];

    /// <summary>一年内接受服务次数.</summary>
    public int ServicesWithinYear { get; set; }

    /// <summary>享受基本养老保险待遇之日; null: nobody said so.</summary>
    public DateOnly? PensionSince { get; set; }

    /// <summary>Employments that last (在业).</summary>
    public int Employments { get; set; }

    /// <summary>Of them public-benefit posts.</summary>
    public int WelfarePosts { get; set; }
}
