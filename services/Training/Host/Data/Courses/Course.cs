using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>An occupation and level of a city's catalogue with what the city pays (职业（工种）目录与补贴标准), 鲁人社字〔2020〕55号 第五条.</summary>
public sealed class Course
{
    /// <summary>GB/T 2260 of the city.</summary>
    public required string City { get; init; }

    /// <summary>职业（工种）编码.</summary>
    public required string Occupation { get; init; }

    /// <summary>5 to 1.</summary>
    public required int Level { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day as stated; null: open. A later row of the same occupation and level ends it the day before.</summary>
    public DateOnly? Until { get; init; }

    public required string Name { get; init; }

    public required TrainingCategory Category { get; init; }

    /// <summary>总课时.</summary>
    public required int Hours { get; init; }

    /// <summary>The certificate that its trainees are entitled to.</summary>
    public required CertificateKind LeadsTo { get; init; }

    /// <summary>补贴标准, fen a person; null: the city has not set it.</summary>
    public long? StandardFen { get; init; }

    /// <summary>鉴定收费标准, fen a person; null: not set.</summary>
    public long? AppraisalFeeFen { get; init; }

    /// <summary>培养成本高或急需紧缺; null: not established.</summary>
    public bool? CostlyOrUrgent { get; init; }
}
