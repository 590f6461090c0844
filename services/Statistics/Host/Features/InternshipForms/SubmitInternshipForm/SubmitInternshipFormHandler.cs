using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Domain.Forms;
using Report = Wenye.Statistics.Data.InternshipForms.InternshipReport;

namespace Wenye.Statistics.Features.InternshipForms.SubmitInternshipForm;

/// <summary>Files a month's form or a new version of it (填报、更正见习汇总表), 66号 九.</summary>
internal sealed class SubmitInternshipFormHandler(
    StatisticsDbContext database, HandledRequests requests, FormRules rules, FormQueries forms, ICodeTables codes, TimeProvider time)
{
    private const int LongestReason = 200;
    private const string Divisions = "AAB301";

    public async Task<SubmitInternshipFormResponse> HandleAsync(SubmitInternshipFormRequest request, Caller caller, CancellationToken cancellation)
    {
        var by = HandledBy.Of(request.Handling, caller, time);
        var (decision, due) = Check(request, ChinaTime.DayOf(by.At));
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var key = $"internship_report {request.Division} {request.Month}";
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellation);
        if (await requests.FindAsync<SubmitInternshipFormResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var before = (await forms.VersionsAsync(request.Division, request.Month, cancellation)).FirstOrDefault();
        DemandLatest(request, before);
        var report = Of(request, before, by, decision, due.Result!.Due);
        database.Add(report);
        var answer = new SubmitInternshipFormResponse { Report = FormQueries.ToContract(report), Decision = decision.ToContract(), Due = due.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    /// <summary>Everything that is wrong with the request: what is missing first, then the printed relations.</summary>
    private (Decision<InternshipFaults> Decision, Decision<ReportDue> Due) Check(SubmitInternshipFormRequest request, DateOnly today)
    {
        var faults = new RequestFaults();
        var due = DueOf(request, faults, today);
        faults.Demand(request.ReplacesVersion >= 0, "replaces_version", "请填写要更正的最新版次，首次填报的填 0")
            .Demand(request.ReplacesVersion > 0 || request.Reason.Length == 0, "reason", "首次填报不填写更正原因")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true));
        if (request.ReplacesVersion > 0)
        {
            faults.Text(request.Reason, "reason", LongestReason);
        }

        var others = faults.Found.Count;
        FormColumns.Demand(faults, request.Columns);
        if (due is null || faults.Found.Count > others)
        {
            faults.ThrowIfAny();
        }

        var decision = rules.Check(Division.Parse(request.Division), YearMonth.Parse(request.Month), FormColumns.Numbers(request.Columns), request.Columns.PaidFen);
        faults.Add(decision.Result is { } found ? FormColumns.Faults(found) : []).ThrowIfAny();
        return (decision, due!);
    }

    /// <summary>By when the form is due; null and a fault when there is no such division or month.</summary>
    private Decision<ReportDue>? DueOf(SubmitInternshipFormRequest request, RequestFaults faults, DateOnly today)
    {
        var division = faults.Division(request.Division, "division");
        var month = FormQueries.Month(faults, request.Month, "month");
        if (faults.Found.Count > 0)
        {
            return null;
        }

        var due = rules.Due(division, month);
        faults.Demand(codes.Find(Divisions, division.Code, month.LastDay) != CodeStatus.Unknown, "division", "行政区划代码当月不在用，请核对 GB/T 2260 代码")
            .Demand(month.LastDay <= today, "month", "当月尚未结束，请在月末以后填报")
            .Demand(due.Result is not null, "month", "没有文件要求填报当月的汇总表，或上报日所在年度的节假日安排尚未公布");
        return faults.Found.Count > 0 ? null : due;
    }

    private static void DemandLatest(SubmitInternshipFormRequest request, Report? before)
    {
        if (request.ReplacesVersion != (before?.Version ?? 0))
        {
            throw RpcErrors.FailedPrecondition(
                "FORM_CHANGED", before is null ? "当月尚未填报，请先填报（版次填 0）" : "当月已填报或已另行更正，请查询最新版次，说明原因后更正");
        }
    }

    private static Report Of(SubmitInternshipFormRequest request, Report? before, HandledBy by, Decision decision, DateOnly due)
    {
        var today = ChinaTime.DayOf(by.At);
        return new()
        {
            Division = request.Division,
            Month = request.Month,
            Version = request.ReplacesVersion + 1,
            Columns = FormColumns.Numbers(request.Columns),
            PaidFen = request.Columns.PaidFen,
            DueOn = before?.DueOn ?? due,
            FiledOn = today,
            Late = before?.Late ?? today > due,
            Reason = request.Reason,
            Agency = by.Agency,
            Operator = by.Operator!,
            Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision)),
        };
    }
}
