using Microsoft.EntityFrameworkCore;
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
    // 39号 附件5 三(一)4  上传的审核结果数据应为全口径数据，包括人社政务服务平台转办申请的审核结果，以及在本地申请的审核结果。
    private const string Results = """
        insert into exchange_record (id, kind, subject_id, division, serial, state, due_at)
        select id, 2, id, division, serial, 1, {0} from application where id = any({1}) and state in (3, 4)
        on conflict (id) do nothing
        """;

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

    /// <summary>The results of many applications that are stored and decided (批量登记审核结果), for set-based writers.</summary>
    /// <param name="database">Runs in its open transaction, if there is one.</param>
    /// <param name="applicationIds">Those not decided, or noted already, are passed over.</param>
    /// <param name="at">From when they may go.</param>
    /// <param name="cancellation">The call's.</param>
    public static Task<int> AddResultsAsync(
        RegistrationDbContext database, Guid[] applicationIds, DateTimeOffset at, CancellationToken cancellation) =>
        database.Database.ExecuteSqlRawAsync(Results, [at.ToUniversalTime(), applicationIds], cancellation);
}
