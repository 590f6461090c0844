using Wenye.Persistence;

namespace Wenye.Statistics.Data.NewEmployment;

/// <summary>Some days of a person of which another agency knows (部门数据时段).</summary>
public sealed class PersonSpell
{
    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>A term of SpellKind.</summary>
    public required string Kind { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Begins { get; init; }

    /// <summary>Last day; null: it lasts.</summary>
    public required DateOnly? Ends { get; init; }

    /// <summary>统一社会信用代码, of bodies; may be empty.</summary>
    public required string EmployerCode { get; init; }
}

/// <summary>What was found of a record (核实标记), 95号 附件四(三); null: nothing.</summary>
public sealed class RecordMark
{
    /// <summary>Registration's key of the employment.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>存疑.</summary>
    public required bool? Doubtful { get; init; }

    /// <summary>业务经办错误.</summary>
    public required bool? HandlingError { get; init; }

    /// <summary>乡村公益性岗位、扶贫车间及企业.</summary>
    public required bool? RuralPostOrWorkshop { get; init; }

    /// <summary>单位调转、续签合同.</summary>
    public required bool? TransferOrRenewal { get; init; }

    /// <summary>The doubts that the verification looked at (已核实的疑点), terms of DoubtKind joined by commas; null: it did not say, so all.</summary>
    public string? Covered { get; init; }

    /// <summary>Why, in words (核实情况).</summary>
    public required string Reason { get; init; }

    /// <summary>The agency that said so.</summary>
    public required string Agency { get; init; }
}

/// <summary>People of a place who left work by nature in a period (自然减员), 95号 附件三2.</summary>
public sealed class DivisionAttrition
{
    /// <summary>Where they were insured, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Report period YYYY-MM in which they are taken off.</summary>
    public required string Period { get; init; }

    /// <summary>新办理退休手续的人数.</summary>
    public required long Retired { get; init; }

    /// <summary>认定（视同）工伤人数中的死亡人数.</summary>
    public required long WorkDeaths { get; init; }

    /// <summary>The period that the numbers are of: an earlier one where the period's own cannot be had (采用前期数据).</summary>
    public required string OfPeriod { get; init; }
}

/// <summary>Of which kind a village or community is from a day on (城乡分类代码), as the statistics office delivers it.</summary>
public sealed class PlaceClass
{
    /// <summary>统计用区划代码 of the village or community, twelve digits.</summary>
    public required string Place { get; init; }

    /// <summary>First day of the edition.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Three digits: 1xx urban (城镇), 2xx rural (乡村).</summary>
    public required string Class { get; init; }
}

/// <summary>In which village or community an employment is (就业地所在村居).</summary>
public sealed class RecordPlace
{
    /// <summary>Registration's key of the employment.</summary>
    public required Guid EmploymentId { get; init; }

    /// <inheritdoc cref="PlaceClass.Place"/>
    public required string Place { get; init; }
}

/// <summary>An import of facts from other agencies (部门数据导入).</summary>
public sealed class EmploymentFactImport : ImportProgress;
