using Wenye.Persistence;

namespace Wenye.Loans.Subsidies;

/// <summary>The statements of a quarter's run (贴息计算语句); see docs/decisions/0064-subsidy-claims.md.</summary>
internal static class SubsidySql
{
    /// <summary>How replicas share the runs (批次语句).</summary>
    public static RunSql Runs { get; } = new("subsidy_run", "subsidy_shard", "loan", "subsidies");

    // Who books loans holds a lock that this one waits for: the run covers the loans known at this moment. Two that start a run
    // wait for each other, so that a repeat of a request finds the answer of the first.
    public const string HoldLoans = "set local lock_timeout = '10s'; lock table loan in share row exclusive mode";

    public const string Banks =
        "select distinct bank_id, division from loan where " + Within;

    public static readonly string Cut = Runs.Cut("from loan where " + Within, "loans", runAt: 5, sizeAt: 6);

    /// <summary>The quarters of a year are a partition of their own (按年分区). Attached, not created in place: readers and writers of other years go on.</summary>
    public static string YearPartition(int year, int from, int to) =>
        $"""
        create table subsidy_line_{year} (like subsidy_line including defaults);
        alter table subsidy_line attach partition subsidy_line_{year} for values from ({from}) to ({to});
        """;

    public const string End = "update subsidy_run set state = 2, ended_at = $2 where id = $1";

    /// <summary>Draws up the sums of claims ($1) from their lines.</summary>
    public const string Sum =
        """
        update subsidy_claim as claim set
            state = 2, lines = its.lines, granted = its.granted, refused = its.refused, incomplete = its.incomplete, corrections = its.corrections,
            interest_fen = its.interest, amount_fen = its.amount, central_fen = its.central, province_fen = its.province, local_fen = its.local, above_fen = its.above,
            unknown_share_fen = its.amount - its.central - its.province - its.local, differing = its.differing, hash = its.hash,
            told_fen = coalesce((select sum(told_fen) from subsidy_figure where claim_id = claim.id), 0),
            unmatched = array(
                select contract_number from subsidy_figure as figure
                where figure.claim_id = claim.id and not exists (
                    select from subsidy_line as line join loan on loan.id = line.loan_id
                    where line.claim_id = claim.id and line.quarter = claim.quarter and loan.contract_number = figure.contract_number)
                order by contract_number limit 1000)
        from (
            select one.id,
                count(line.loan_id) as lines,
                count(*) filter (where line.outcome = 1) as granted,
                count(*) filter (where line.outcome = 2) as refused,
                count(*) filter (where line.outcome = 3) as incomplete,
                count(*) filter (where line.quarter < one.from_quarter) as corrections,
                coalesce(sum(line.interest_fen) filter (where line.quarter >= one.from_quarter), 0)::bigint as interest,
                coalesce(sum(line.amount_fen), 0)::bigint as amount,
                coalesce(sum(line.central_fen), 0)::bigint as central,
                coalesce(sum(line.province_fen), 0)::bigint as province,
                coalesce(sum(line.local_fen), 0)::bigint as local,
                coalesce(sum(line.above_fen), 0)::bigint as above,
                count(*) filter (where one.has_figures and line.quarter = one.quarter and line.told_fen is distinct from line.due_fen) as differing,
                encode(sha256(coalesce(string_agg(
                    sha256(convert_to(concat_ws('|', line.loan_id, line.quarter, line.booked_fen, line.amount_fen, line.central_fen, line.province_fen, line.above_fen, line.record), 'UTF8') || line.trace),
                    ''::bytea order by line.loan_id, line.quarter), ''::bytea)), 'hex') as hash
            from subsidy_claim as one left join subsidy_line as line on line.claim_id = one.id
            where one.id = any($1)
            group by one.id) as its
        where claim.id = its.id
        """;

    // $1 and $2 the place's codes, $3 the day after the quarter, $4 a bank or null.
    // A drawdown that was taken back leaves no day of disbursement, but what was booked for it is kept back.
    private const string Within =
        """
        division >= $1 and division < $2 and ($4::uuid is null or bank_id = $4)
            and (disbursed_on < $3 or exists (select from loan_entry as told where told.loan_id = loan.id and told."on" < $3))
        """;
}
