using Npgsql;
using Wenye.Loans.Domain;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Quarters;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>A loan of a shard with all that its quarters are decided on (分片贷款).</summary>
internal sealed class ShardLoan
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    public required string Division { get; init; }

    public required string ContractNumber { get; init; }

    public required LoanTerms Terms { get; init; }

    public List<BookLine> Lines { get; } = [];

    /// <summary>Of a firm: 统一社会信用代码.</summary>
    public string? CreditCode { get; init; }

    /// <summary>公民身份号码 of everyone who borrows, encrypted; of a person's loan only.</summary>
    public List<byte[]> People { get; } = [];

    /// <summary>What its application holds (申请档案), encrypted; null: it was taken over, or has none.</summary>
    public byte[]? File { get; set; }

    /// <summary>Decisions of a firm's application, encrypted, oldest first.</summary>
    public List<byte[]> Decisions { get; } = [];

    /// <summary>Employments since the loan that last, as the registers show them; null: they were not asked.</summary>
    public List<DateOnly>? Employments { get; set; }

    /// <summary>Of a firm: qualifying people who are still there, by the registers; null: nobody knows who they are.</summary>
    public int? HiresKept { get; set; }

    /// <summary>Of a firm: how many its qualification required; null: unknown.</summary>
    public int? RequiredHires { get; set; }

    /// <summary>What the office stated last; null: nothing.</summary>
    public StatedFindings? Stated { get; set; }

    /// <summary>What its bank reported of its use (违规使用), and since when; null: nothing.</summary>
    public (LoanUse Use, DateOnly Since)? Misuse { get; set; }

    /// <summary>What was booked by quarter, the earliest first.</summary>
    public List<BookedQuarter> Booked { get; } = [];
}

/// <summary>What the office stated of a borrower, and on which day (经办意见).</summary>
internal sealed record StatedFindings(DateOnly On, BorrowerFindings Findings);

/// <summary>What confirmed claims hold of a loan and quarter (已认定).</summary>
internal sealed record BookedQuarter(Quarter Quarter, long Fen, DateOnly? EmployedSince, int? HiresKept, int? RequiredHires);

/// <summary>Reads the loans of a shard (分片读取): a few statements for any number of loans.</summary>
internal static class ShardLoans
{
    private const string Loans =
        """
        select id, bank_id, division, contract_number, kind, contract_date, coalesce(disbursed_on, contract_date), matures_on, principal_fen, term_months, annual_rate, lpr, sharing, credit_code,
            (select count(*) from loan_person where loan_person.loan_id = loan.id)::int
        from loan where id between $1 and $2 and division >= $3 and division < $4 and ($6::uuid is null or bank_id = $6)
            and (disbursed_on < $5 or exists (select from loan_entry as told where told.loan_id = loan.id and told."on" < $5))
        order by id
        """;

    private const string Entries =
        """select loan_id, reference, "on", kind, principal_fen, claim_fen, extended_until, extension_reason, reverses from loan_entry where loan_id = any($1) and "on" < $2""";

    private const string People =
        "select other.loan_id, person.id_number from loan_person as other join person on person.id = other.person_id where other.loan_id = any($1)";

    private const string Files =
        "select loan.id, application.file from loan join loan_application as application on application.id = loan.application_id where loan.id = any($1)";

    private const string Decisions =
        """
        select loan.id, decision.decision from loan join loan_application_decision as decision on decision.application_id = loan.application_id
        where loan.id = any($1) and loan.kind = 2 and decision.person = 0 and decision.hire = 0 order by loan.id, decision.sequence
        """;

    private const string Statements =
        """
        select distinct on (loan_id) loan_id, occurred_at, employed_since, business_failed, hires_kept, required_hires, agreed_subsidised_rate
        from borrower_statement where loan_id = any($1) order by loan_id, sequence desc
        """;

    private const string Misuses =
        "select distinct on (loan_id) loan_id, misuse, since from loan_misuse where loan_id = any($1) order by loan_id, sequence desc";

    private const string Booked =
        """
        select loan_id, quarter, sum(amount_fen)::bigint, min(employed_since),
            (array_agg(hires_kept order by claim_id desc))[1], (array_agg(required_hires order by claim_id desc))[1]
        from subsidy_line where claim_id = any($1) and loan_id between $2 and $3 group by loan_id, quarter order by loan_id, quarter
        """;

    /// <summary>The loans of a range, by id, as this connection's transaction sees them.</summary>
    public static async Task<IReadOnlyList<ShardLoan>> ReadAsync(NpgsqlConnection connection, Guid from, Guid to, RunBasis basis)
    {
        var quarterEnd = basis.Quarter.To;
        var place = Persistence.DivisionRange.Of(basis.Run.Division);
        var loans = new List<ShardLoan>();
        await EachAsync(
            connection, Loans, row => loans.Add(LoanOf(row)),
            new() { Value = from }, new() { Value = to }, new() { Value = place.From }, new() { Value = place.To }, new() { Value = quarterEnd },
            new() { Value = (object?)basis.Run.BankId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        var byId = loans.ToDictionary(loan => loan.Id);
        var ids = byId.Keys.ToArray();
        await EachAsync(connection, Entries, row => byId[row.GetGuid(0)].Lines.Add(LineOf(row)), new() { Value = ids }, new() { Value = quarterEnd });
        await EachAsync(connection, People, row => AddPerson(byId[row.GetGuid(0)], row), new NpgsqlParameter { Value = ids });
        await EachAsync(connection, Files, row => byId[row.GetGuid(0)].File = row.GetFieldValue<byte[]>(1), new NpgsqlParameter { Value = ids });
        await EachAsync(connection, Decisions, row => byId[row.GetGuid(0)].Decisions.Add(row.GetFieldValue<byte[]>(1)), new NpgsqlParameter { Value = ids });
        await EachAsync(connection, Statements, row => byId[row.GetGuid(0)].Stated = StatedOf(row), new NpgsqlParameter { Value = ids });
        await EachAsync(connection, Misuses, row => byId[row.GetGuid(0)].Misuse = row.IsDBNull(2) ? null : ((LoanUse)row.GetInt32(1), row.GetFieldValue<DateOnly>(2)), new NpgsqlParameter { Value = ids });
        if (basis.Booked.Length > 0)
        {
            await EachAsync(
                connection, Booked, row => byId.GetValueOrDefault(row.GetGuid(0))?.Booked.Add(BookedOf(row)), new() { Value = basis.Booked }, new() { Value = from }, new() { Value = to });
        }

        return loans;
    }

    private static async Task EachAsync(NpgsqlConnection connection, string sql, Action<NpgsqlDataReader> each, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(Persistence.ServiceDatabase.Untraced + sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            each(reader);
        }
    }

    private static ShardLoan LoanOf(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        BankId = row.GetGuid(1),
        Division = row.GetString(2),
        ContractNumber = row.GetString(3),
        CreditCode = row.IsDBNull(13) ? null : row.GetString(13),
        Terms = new(
            (BorrowerKind)row.GetInt32(4),
            row.GetFieldValue<DateOnly>(5),
            row.GetFieldValue<DateOnly>(6),
            row.GetFieldValue<DateOnly>(7),
            Money.FromFen(row.GetInt64(8)),
            row.GetInt32(9),
            row.GetDecimal(10),
            row.GetDecimal(11),
            row.GetInt32(12) == (int)SharedBorrowerKind.NightEconomy ? SharedBorrowerKind.NightEconomy : SharedBorrowerKind.Ordinary,
            Math.Max(1, row.GetInt32(14))),
    };

    private static BookLine LineOf(NpgsqlDataReader row) => new(row.GetString(1), row.GetFieldValue<DateOnly>(2), (BookLineKind)row.GetInt32(3), row.GetInt64(4))
    {
        ClaimFen = row.GetInt64(5),
        Until = Value<DateOnly>(row, 6),
        Ground = row.GetInt32(7) is var ground && ground == 0 ? null : (ExtensionGround)ground,
        Reverses = row.IsDBNull(8) ? null : row.GetString(8),
    };

    private static void AddPerson(ShardLoan loan, NpgsqlDataReader row)
    {
        if (loan.Terms.Borrower == BorrowerKind.Personal)
        {
            loan.People.Add(row.GetFieldValue<byte[]>(1));
        }
    }

    private static StatedFindings StatedOf(NpgsqlDataReader row) => new(
        ChinaTime.DayOf(row.GetFieldValue<DateTimeOffset>(1)),
        new(true, Value<DateOnly>(row, 2), Value<bool>(row, 3), Value<int>(row, 4), Value<int>(row, 5), Value<decimal>(row, 6)));

    private static BookedQuarter BookedOf(NpgsqlDataReader row) =>
        new(new(row.GetInt32(1)), row.GetInt64(2), Value<DateOnly>(row, 3), Value<int>(row, 4), Value<int>(row, 5));

    private static T? Value<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
