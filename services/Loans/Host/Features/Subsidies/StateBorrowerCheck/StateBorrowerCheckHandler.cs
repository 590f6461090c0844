using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Quarters;
using Wenye.Loans.Subsidies;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.StateBorrowerCheck;

/// <summary>States what the check of a borrower found and decides its lines again (贴息审核), 25号 八.</summary>
internal sealed class StateBorrowerCheckHandler(
    LoansDbContext database, SubsidyQueries queries, HandledRequests requests, ParameterSet parameters, TimeProvider time)
{
    public async Task<StateBorrowerCheckResponse> HandleAsync(StateBorrowerCheckRequest request, Caller caller, CancellationToken cancellation)
    {
        var loan = CheckFields.Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var claim = await queries.HoldAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<StateBorrowerCheckResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        SubsidyQueries.DemandComputed(claim);
        var lines = await database.Set<StoredSubsidyLine>().Where(line => line.ClaimId == claim.Id && line.LoanId == loan).OrderBy(line => line.Quarter).ToListAsync(cancellation);
        var its = await database.Loans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == loan && lines.Count > 0, cancellation)
            ?? throw RpcErrors.NotFound("SUBSIDY_LINE_NOT_FOUND", "该申请没有这笔贷款的明细，请核对");
        CheckFields.DemandOf(its, request.Check);
        var by = HandledBy.Of(request.Handling, caller, time);
        var findings = await StateAsync(its, request, by, cancellation);
        lines.ForEach(line => RedecidedLine.Of(claim, line, parameters, Stated(findings, line)).ApplyTo(line));
        claim.Note(by, $"认定贴息审核情况并重新计算贷款 {loan}");
        await database.SaveChangesAsync(cancellation);
        var answer = new StateBorrowerCheckResponse
        {
            Claim = (await SumAsync(claim, cancellation)).ToContract(await queries.BankNameAsync(claim.BankId, cancellation)).WithSteps(claim.Steps, caller),
            Lines = { lines.Select(line => line.ToContract(its.ContractNumber)) },
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<BorrowerFindings> StateAsync(Data.Loan loan, StateBorrowerCheckRequest request, HandledBy by, CancellationToken cancellation)
    {
        var check = request.Check;
        var statement = new BorrowerStatement
        {
            LoanId = loan.Id,
            EmployedSince = check.EmployedElsewhereSince?.ToDay(),
            BusinessFailed = check.HasBusinessFailed ? check.BusinessFailed : null,
            HiresKept = check.HasHiresKept ? check.HiresKept : null,
            RequiredHires = check.HasRequiredHires ? check.RequiredHires : null,
            AgreedSubsidisedRate = check.AgreedSubsidisedRate.Length > 0 ? decimal.Parse(check.AgreedSubsidisedRate, CultureInfo.InvariantCulture) : null,
            Source = request.Source,
        }.By(1 + await database.Set<BorrowerStatement>().CountAsync(one => one.LoanId == loan.Id, cancellation), by);
        database.Add(statement);
        return new(
            loan.Kind == BorrowerKind.Personal, statement.EmployedSince, statement.BusinessFailed, statement.HiresKept, statement.RequiredHires, statement.AgreedSubsidisedRate);
    }

    // What is not stated of a firm's hires stays what the registers showed.
    private static BorrowerFindings Stated(BorrowerFindings findings, StoredSubsidyLine line) =>
        findings with { HiresKept = findings.HiresKept ?? line.HiresKept, RequiredHires = findings.RequiredHires ?? line.RequiredHires };

    private async Task<StoredSubsidyClaim> SumAsync(StoredSubsidyClaim claim, CancellationToken cancellation)
    {
        await using var sum = new NpgsqlCommand(SubsidySql.Sum, (NpgsqlConnection)database.Database.GetDbConnection()) { Parameters = { new() { Value = new[] { claim.Id } } } };
        await sum.ExecuteNonQueryAsync(cancellation);
        await database.Entry(claim).ReloadAsync(cancellation);
        return claim;
    }
}
