using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using FirmDataImport = Wenye.Stabilization.Data.FirmDataImport;

namespace Wenye.Stabilization.Features.FirmData;

/// <summary>Firm data as callers see it (企业数据应答).</summary>
internal static class FirmDataAnswers
{
    private const int Shown = 4;
    private const int LeastHidden = 4;

    public static Contract.FirmDataImport ToContract(this FirmDataImport import) => new()
    {
        ImportId = import.ImportId,
        NextRow = import.NextRow,
        Taken = import.Taken,
        Rejected = import.Rejected,
    };

    public static FirmDataFault ToContract(this RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };

    /// <summary>A firm; account and phone whole for those who handle and review refunds, else masked.</summary>
    public static Firm ToContract(this Data.Firm firm, Caller caller) => new()
    {
        CreditCode = firm.CreditCode,
        Name = firm.Name,
        Division = firm.Division,
        Industry = firm.Industry,
        BankAccount = Sight(caller, firm.BankAccount),
        BankName = firm.BankName ?? "",
        Phone = Sight(caller, firm.Phone),
    };

    // The last four tell two apart; what is too short for that is hidden altogether.
    private static string Sight(Caller caller, string? value) =>
        string.IsNullOrEmpty(value) ? ""
        : (caller.Roles.Contains(Roles.Stabilization) || caller.Roles.Contains(Roles.StabilizationReviewer)) && AuditedCall.NoteFullRead() ? value
        : value.Length < Shown + LeastHidden ? "***"
        : new string('*', value.Length - Shown) + value[^Shown..];
}
