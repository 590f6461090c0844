using Microsoft.Extensions.Options;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Exchange;

/// <summary>Notes what the ministry is to be told (登记待上传记录), in the transaction that makes it so.</summary>
/// <remarks>Also where no platform is configured: what was decided before a place joins is uploaded once it has (79号 二(七)).</remarks>
internal sealed class ExchangeUploads(RegistrationDbContext database, IOptions<MinistryOptions> options)
{
    /// <summary>The result of a review (审核结果): goes at once.</summary>
    public void AddResult(StoredApplication application, HandledBy by) => database.Add(new ExchangeRecord
    {
        Id = application.Id,
        Kind = ExchangeKind.ReviewResultUpload,
        SubjectId = application.Id,
        Division = application.Division,
        Serial = application.Serial,
        State = ExchangeRecordState.Waiting,
        DueAt = by.At.ToUniversalTime(),
    });

    /// <summary>The end of a registration (退出信息): goes at the day's hour.</summary>
    /// <param name="registration">Just ended.</param>
    /// <param name="by">Who ended it, and when.</param>
    /// <param name="socialSecurityNumber">社会保障号码 AAC002 if it was given at the end: kept for this record alone.</param>
    public void AddExit(UnemploymentRegistration registration, HandledBy by, string? socialSecurityNumber = null) => database.Add(new ExchangeRecord
    {
        Id = registration.Id,
        Kind = ExchangeKind.ExitUpload,
        SubjectId = registration.Id,
        Division = registration.Division,
        Serial = registration.ExitSerial,
        State = ExchangeRecordState.Waiting,
        DueAt = ExchangeSchedule.NextExitUpload(by.At, options.Value.ExitHour),
        Corrections = string.IsNullOrEmpty(socialSecurityNumber) ? null : FormJson.Write(new() { ["AAC002"] = socialSecurityNumber }),
    });
}
