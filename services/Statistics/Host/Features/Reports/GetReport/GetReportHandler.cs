using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports.GetReport;

/// <summary>A report of a division and period (查询报表).</summary>
internal sealed class GetReportHandler(ReportRequests asking, ReadReport reading, UnitReports reports)
{
    public async Task<GetReportResponse> HandleAsync(GetReportRequest request, Caller caller, CancellationToken cancellation)
    {
        var asked = Read(asking, request);
        caller.DemandDivision(request.Division);
        var answer = new GetReportResponse { Kind = request.Kind, Title = asked.Report.Title, Period = request.Period };
        if (PeriodDays.Of(asked.Report, request.Division, asked.Period) is not { } period)
        {
            return answer;
        }

        var read = await reading.ReadAsync(asked, period, request, cancellation);
        (answer.From, answer.To) = (period.Days.From.ToContract(), period.Days.To.ToContract());
        answer.Rows.AddRange(read.Rows);
        answer.Units.AddRange(read.Units);
        answer.Missing.AddRange(read.Missing);
        answer.Decisions.AddRange(read.Decisions.Select(decision => decision.ToContract()));
        if (await reports.FindAsync(asked, cancellation) is { } report)
        {
            answer.Steps.AddRange(report.Steps.Select(step => ToContract(step, caller)));
        }

        return answer;
    }

    /// <summary>What is asked for, also by an export of it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming every field at fault.</exception>
    internal static ReportAsked Read(ReportRequests asking, GetReportRequest request)
    {
        var query = new FigureQuery();
        var asked = asking.Read(query, request.Kind, request.Division, request.Period);
        query.Demand(request.Basis is ReportBasis.Live or ReportBasis.Reported, "basis", "请选择实时或已报数据");
        query.Demand(request.Breakdown is Breakdown.None or Breakdown.Below, "breakdown", "请选择本级合计或分下级");
        query.Demand(
            request.Version == 0 || (request.Version > 0 && request.Basis == ReportBasis.Reported && request.Breakdown == Breakdown.None),
            "version", "版本号应不小于 1，只用于填报单位的已报数据、本级合计；不指定的填 0");
        query.DemandValid();
        return asked;
    }

    private static ReportStep ToContract(UnitReportStep step, Caller caller)
    {
        var isTheirs = Roles.Grant(caller.Roles, ReportDuties.Submitting) || Roles.Grant(caller.Roles, ReportDuties.Verifying);
        return new ReportStep
        {
            Sequence = step.Sequence,
            State = step.State,
            Version = step.Version,
            OccurredAt = step.OccurredAt.ToTimestamp(),
            Agency = step.Agency,
            Operator = isTheirs ? step.Operator ?? "" : "",
            Note = isTheirs ? step.Note ?? "" : "",
        };
    }
}
