using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Exchange;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange.ReleaseHeldRecord;

/// <summary>Puts fields of a held record right (改正待处理记录). What an operator corrects is kept encrypted, beside what is stored.</summary>
internal sealed class HeldRecordRepair(UploadContents contents, DownloadIntake intake)
{
    // What the record is known by, and what was decided here, is not the operator's to change.
    private static readonly string[] Fixed = ["AAZ341", "ADC201", "AAE540"];

    /// <summary>Corrects the record and lets it go on when nothing is at fault any more.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT for a code that the list does not have or that is fixed.</exception>
    public async Task RepairAsync(
        ExchangeRecord record, IReadOnlyDictionary<string, string> given, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        Demand(record.Kind, given);
        var corrections = record.Corrections is null ? [] : FormJson.Read(record.Corrections);
        foreach (var (code, text) in given)
        {
            corrections[code] = text;
        }

        var faults = record.Kind == ExchangeKind.ApplicationDownload
            ? await TakeAsync(record, corrections, caller, cancellation)
            : contents.Faults(record.Kind, await contents.BuildAsync(record.Kind, record.Id, corrections, cancellation));
        if (faults.Count > 0)
        {
            (record.Corrections, record.Faults) = (corrections.Count == 0 ? null : FormJson.Write(corrections), FaultJson.Write(faults));
            return;
        }

        (record.Faults, record.HeldAt) = (null, null);
        if (record.Kind != ExchangeKind.ApplicationDownload)
        {
            (record.State, record.DueAt, record.Corrections) = (ExchangeRecordState.Waiting, now, corrections.Count == 0 ? null : FormJson.Write(corrections));
        }
    }

    // The application is stored by itself before the record says so; a crash in between finds it by its number at the next release.
    private async Task<IReadOnlyList<FieldFault>> TakeAsync(
        ExchangeRecord record, Dictionary<string, string> corrections, Caller caller, CancellationToken cancellation)
    {
        var fields = UploadContents.Correct(FormJson.Read(record.Content!), corrections);
        caller.DemandDivision(fields.GetValueOrDefault("AAB301", record.Division));
        var (application, faults) = await intake.TakeAsync(record.Number!, fields, cancellation);
        if (application is { } id)
        {
            (record.State, record.SubjectId, record.Division) = (ExchangeRecordState.Done, id, fields["AAB301"]);
            (record.Content, record.Corrections) = (null, null);
        }

        return faults;
    }

    private static void Demand(ExchangeKind kind, IReadOnlyDictionary<string, string> given)
    {
        var known = UploadContents.TableOf(kind).Rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        var faults = given.Keys.Order(StringComparer.Ordinal)
            .Where(code => !known.Contains(code) || Fixed.Contains(code) || (code == "AAB301" && kind != ExchangeKind.ApplicationDownload))
            .Select(code => new FieldError(code, known.Contains(code)
                ? "该指标是记录的标识或审核结果，不能在此更改，请删去"
                : "该记录没有这个指标编码，请核对后删去"))
            .ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }
}
