using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Employer = Wenye.WelfarePosts.Data.Employer;

namespace Wenye.WelfarePosts.Features.Posts.RegisterEmployer;

/// <summary>Enters an employer or states it anew (用人单位登记与变更).</summary>
internal sealed class RegisterEmployerHandler(WelfarePostsDbContext database, HandledRequests requests, PostFields fields, Records records, TimeProvider time)
{
    private const string OfficesPermission = "welfare_posts.posts.write";

    private enum EmployerState
    {
        Registered,
        Changed,
    }

    public async Task<RegisterEmployerResponse> HandleAsync(RegisterEmployerRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = Demand(request);
        caller.DemandDivision(asked.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({asked.CreditCode}, 0))", cancellation);
        if (await requests.FindAsync<RegisterEmployerResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var employer = await database.Employers.SingleOrDefaultAsync(one => one.CreditCode == asked.CreditCode, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        if (employer is null)
        {
            database.Add(employer = New(asked));
            await records.StepAsync(employer.Id, EmployerState.Registered, by, cancellation);
        }
        else
        {
            DemandMayChange(employer, asked, caller);
            var what = Change(employer, asked);
            await records.StepAsync(employer.Id, EmployerState.Changed, by, cancellation, what);
        }

        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new RegisterEmployerResponse { Employer = employer.ToContract(caller) }, cancellation);
    }

    private Contract.Employer Demand(RegisterEmployerRequest request)
    {
        var employer = request.Employer ?? new Contract.Employer();
        var faults = new RequestFaults()
            .Demand(employer.EmployerId.Length == 0, "employer_id", "标识由系统给出，请留空")
            .Text(employer.Name, "name")
            .Text(employer.BankName, "bank_name", required: false);
        PostFields.CreditCode(faults, employer.CreditCode);
        PostFields.Account(faults, employer.BankAccount);
        fields.Place(faults, employer.Division);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return employer;
    }

    private static Employer New(Contract.Employer asked) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = asked.Name,
        CreditCode = asked.CreditCode,
        Division = asked.Division,
        BankName = asked.BankName.Length > 0 ? asked.BankName : null,
        BankAccount = asked.BankAccount.Length > 0 ? asked.BankAccount : null,
    };

    // Money goes to the account: who only proposes posts does not change it.
    private static void DemandMayChange(Employer employer, Contract.Employer asked, Caller caller)
    {
        caller.DemandDivision(employer.Division);
        if (!Roles.Grant(caller.Roles, OfficesPermission))
        {
            throw RpcErrors.FailedPrecondition("EMPLOYER_REGISTERED", "该用人单位已登记，变更请到人力资源社会保障部门办理");
        }

        if (employer.Division != asked.Division)
        {
            throw RpcErrors.FailedPrecondition(
                "EMPLOYER_ELSEWHERE", "该用人单位登记在另一行政区划", new FieldError("division", "行政区划登记后不变，请按原登记填写"));
        }
    }

    private static string Change(Employer employer, Contract.Employer asked)
    {
        var (bank, account) = (asked.BankName.Length > 0 ? asked.BankName : null, asked.BankAccount.Length > 0 ? asked.BankAccount : null);
        List<string> before = [];
        Say(before, employer.Name != asked.Name, "名称", employer.Name);
        Say(before, employer.BankName != bank, "开户银行", employer.BankName);
        Say(before, employer.BankAccount != account, "账号", Masked.Account(employer.BankAccount));
        (employer.Name, employer.BankName, employer.BankAccount) = (asked.Name, bank, account);
        return before.Count == 0 ? "内容未变" : string.Join('、', before);
    }

    private static void Say(List<string> before, bool changed, string what, string? was)
    {
        if (changed)
        {
            before.Add($"{what}变更（原：{(string.IsNullOrEmpty(was) ? "无" : was)}）");
        }
    }
}
