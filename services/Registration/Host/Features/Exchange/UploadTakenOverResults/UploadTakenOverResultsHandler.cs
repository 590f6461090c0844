using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange.UploadTakenOverResults;

/// <summary>Notes for upload what an earlier system decided (补传原系统登记数据): docs/decisions/0038.</summary>
internal sealed class UploadTakenOverResultsHandler(RegistrationDbContext database, PersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Results a call notes at most: one statement of some seconds.</summary>
    private const int Most = 100_000;

    // 79号 二(七)  将本地今年3月31日以来办理的线上线下失业登记数据全部上传至全国平台
    private static readonly DateOnly Since = new(2020, 3, 31);

    private static readonly FieldTable Rows = new(
        FieldRules.ReviewResult.Source, FieldRules.ReviewResult.Name, dayField: null, [FieldRules.ReviewResult.Rows.Single(row => row.Code == "AAE011")]);

    // What was taken over was approved without a decision of this system's.
    private const string Add = """
        insert into exchange_record (id, kind, subject_id, division, serial, state, due_at, corrections)
        select a.id, 2, a.id, a.division, a.serial, 1, {0}, {1} from application as a join registration as r on r.application_id = a.id
        where a.division >= {2} and a.division < {3} and a.state = 3 and a.review_decision is null and r.registered_on >= {4}
            and not exists (select from exchange_record as noted where noted.id = a.id)
        order by a.id limit {5}
        on conflict (id) do nothing
        """;

    public async Task<UploadTakenOverResultsResponse> HandleAsync(
        UploadTakenOverResultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["AAE011"] = request.Operator };
        var faults = Rows.Validate(fields).Select(fault => new FieldError(fault.Code, fault.Message)).ToList();
        if (!DivisionRange.IsCode(request.Division))
        {
            faults.Add(new("division", "请填写 GB/T 2260 行政区划代码，6 位数字，如 370102、370100、370000"));
        }

        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        caller.DemandDivision(request.Division);
        var place = DivisionRange.Of(request.Division);
        var added = await database.InTransactionAsync(
            () => database.Database.ExecuteSqlRawAsync(
                Add, [time.GetUtcNow(), protector.Protect(FormJson.Write(fields)), place.From, place.To, Since, Most], cancellation),
            cancellation);
        return new UploadTakenOverResultsResponse { Added = added };
    }
}
