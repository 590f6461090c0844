namespace Wenye.Statistics.Data.NewEmployment;

/// <summary>What became of a registered employment in the figures of new urban employment (城镇新增就业逐条认定).</summary>
public sealed class EmploymentVerdict
{
    /// <summary>Registration's key of the employment.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of work, GB/T 2260 (就业地).</summary>
    public required string Division { get; init; }

    /// <summary>The report period of the first day of work, YYYY-MM.</summary>
    public required string Period { get; init; }

    /// <summary>counted, excluded or asked.</summary>
    public required string Outcome { get; init; }

    /// <summary>The clause that lets it in or keeps it out, <c>文号 条款</c>; of one that is asked for: facts to be established, joined by 、.</summary>
    public required string Ground { get; init; }
}

/// <summary>How many employments of a division and period came out so (城镇新增就业汇总): always the sum of the verdicts.</summary>
public sealed class NewEmploymentTally
{
    /// <inheritdoc cref="EmploymentVerdict.Division"/>
    public required string Division { get; init; }

    /// <inheritdoc cref="EmploymentVerdict.Period"/>
    public required string Period { get; init; }

    /// <inheritdoc cref="EmploymentVerdict.Outcome"/>
    public required string Outcome { get; init; }

    /// <inheritdoc cref="EmploymentVerdict.Ground"/>
    public required string Ground { get; init; }

    /// <summary>Employments; zero where none is left.</summary>
    public required long Records { get; init; }
}

/// <summary>Someone of whom more has become known (待认定人员) since the verdicts were made.</summary>
public sealed class PersonToJudge
{
    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>How often it was asked for since: written so that whoever asks holds the row until their facts are there.</summary>
    public required int Asked { get; init; }
}
