namespace Wenye.Training.Data;

/// <summary>A code that was given to an institution (培训主体代码), 鲁人社函〔2020〕48号 附件2二(三): a row stays for ever, so none is given twice.</summary>
public sealed class InstitutionCode
{
    /// <summary>GB/T 2260 of the place that gave it.</summary>
    public required string Division { get; init; }

    /// <summary>1 to 9999.</summary>
    public required int Code { get; init; }

    /// <summary>Null: an earlier system gave it.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>Who has or had it.</summary>
    public required string Name { get; init; }

    /// <summary>废置; null while it is in use.</summary>
    public DateOnly? AbolishedOn { get; set; }
}
