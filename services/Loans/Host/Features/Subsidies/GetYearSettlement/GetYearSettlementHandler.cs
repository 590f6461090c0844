using Npgsql;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Quarter = Wenye.Loans.Domain.Quarters.Quarter;

namespace Wenye.Loans.Features.Subsidies.GetYearSettlement;

/// <summary>What a year's quarters were due, booked and paid, by bank (清算表), 25号 七.</summary>
internal sealed class GetYearSettlementHandler(LoansDbContext database)
{
    private const string Rows =
        """
        with line as (
            select claim.pool, claim.bank_id, line.quarter,
                sum(line.amount_fen) filter (where claim.state = 3) as booked, sum(line.amount_fen) filter (where claim.state = 2) as open
            from subsidy_line as line join subsidy_claim as claim on claim.id = line.claim_id
            where claim.pool >= $1 and claim.pool < $2 and claim.state in (2, 3) and claim.quarter >= $3 and line.quarter between $3 and $4
            group by claim.pool, claim.bank_id, line.quarter),
        paid as (
            select claim.pool, claim.bank_id, claim.quarter, sum(payable.paid_fen - payable.recovered_fen) as fen
            from subsidy_claim as claim join payable on payable.id = claim.payable_id
            where claim.pool >= $1 and claim.pool < $2 and claim.quarter between $3 and $4
            group by claim.pool, claim.bank_id, claim.quarter)
        select pool, bank_id, partner.name, quarter,
            (coalesce(line.booked, 0) + coalesce(line.open, 0))::bigint, coalesce(line.booked, 0)::bigint, coalesce(paid.fen, 0)::bigint
        from line full join paid using (pool, bank_id, quarter) join partner on partner.id = bank_id
        order by pool, partner.name, bank_id, quarter
        """;

    public async Task<GetYearSettlementResponse> HandleAsync(GetYearSettlementRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        faults.Division(request.Division, "division");
        faults.Year(request.Year);
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var place = DivisionRange.Of(request.Division);
        await database.Database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Rows, (NpgsqlConnection)database.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = place.From }, new() { Value = place.To },
                new() { Value = Quarter.Of(request.Year, 1).Index }, new() { Value = Quarter.Of(request.Year, 4).Index },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var answer = new GetYearSettlementResponse();
        while (await reader.ReadAsync(cancellation))
        {
            answer.Rows.Add(new SettlementRow
            {
                Pool = reader.GetString(0),
                BankId = reader.GetGuid(1).ToString(),
                BankName = reader.GetString(2),
                Quarter = new Quarter(reader.GetInt32(3)).ToContract(),
                DueFen = reader.GetInt64(4),
                BookedFen = reader.GetInt64(5),
                PaidFen = reader.GetInt64(6),
                DifferenceFen = reader.GetInt64(4) - reader.GetInt64(5),
            });
        }

        return answer;
    }
}
