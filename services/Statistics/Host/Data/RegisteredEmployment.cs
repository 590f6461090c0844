using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Statistics.Data;

/// <summary>One employment as registered (就业登记): the facts that figures of new urban employment need (95号 附件).</summary>
public sealed class RegisteredEmployment
{
    /// <summary>As in <see cref="EmploymentRegistered.EmploymentId"/>; counted once whatever arrives.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.PersonId"/>.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Urban"/>.</summary>
    public required bool Urban { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Type"/>.</summary>
    public required string Type { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Manner"/>.</summary>
    public required string Manner { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.EmployedOn"/>.</summary>
    public required DateOnly EmployedOn { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Basis"/>.</summary>
    public required string Basis { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.RegisteredOn"/>.</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.EmployerCode"/>.</summary>
    public required string EmployerCode { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Sector"/>.</summary>
    public required string Sector { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Industry"/>.</summary>
    public required string Industry { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.WasRegisteredUnemployed"/>.</summary>
    public required bool WasRegisteredUnemployed { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.WasInHardship"/>.</summary>
    public required bool WasInHardship { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.Sex"/>.</summary>
    public required string Sex { get; init; }

    /// <summary>As in <see cref="EmploymentRegistered.BirthYear"/>.</summary>
    public required int BirthYear { get; init; }

    /// <summary>As in <see cref="RegisteredPerson"/>.</summary>
    public required string? Period { get; init; }
}
