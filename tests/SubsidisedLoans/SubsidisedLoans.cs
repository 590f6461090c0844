using Microsoft.Extensions.Configuration;
using Npgsql;
using Wenye.Persistence;

namespace Wenye.Testing;

/// <summary>Loans of Zibo and their books (被贴息贷款), made in the database itself: each is what its number makes it.</summary>
/// <remarks>
/// Drawn from April to June 2020. Every tenth is a firm's, whose hires nobody has told. Most repay monthly, every fifth repays more
/// in the middle of August, every seventeenth is overdue since September, every twenty-ninth was extended for its illness.
/// </remarks>
public static class SubsidisedLoans
{
    /// <summary>The city whose loans they are.</summary>
    public const string City = "370300";

    private const string Seed =
        """
        insert into partner (id, kind, name, credit_code, division, agency, bank_name)
        select ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, 1, '虚构银行' || n, 'BANK' || n, '370300', 'bank-' || n, '虚构银行' from generate_series(1, $2) as n
        union all select '00000000-0000-7000-8001-000000000000', 2, '虚构担保', 'GUARANTOR', '370300', 'guarantor', null;

        insert into guarantee_fund (id, guarantor_id, division, name, balance_fen, exposure_fen)
        select '00000000-0000-7000-8002-000000000000', '00000000-0000-7000-8001-000000000000', '370300', '虚构担保基金', 0, 0;

        insert into person (id, name, id_number, id_hash)
        select ('00000000-0000-7000-8003-' || lpad(to_hex(n), 12, '0'))::uuid, number, number, hash from unnest($3::bytea[], $4::bytea[]) with ordinality as made(number, hash, n);

        insert into loan (id, kind, division, bank_id, fund_id, contract_number, credit_code, borrower_name, contract_date, principal_fen, annual_rate, tenor, lpr,
            term_months, matures_on, sharing, disbursed_on, drawn_fen, outstanding_fen, claim_fen, standing, extension_reason)
        select ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid, case when n / 41 % 10 = 0 then 2 else 1 end,
            (array['370302', '370303', '370304', '370305'])[n % 4 + 1], ('00000000-0000-7000-8001-' || lpad(to_hex(1 + n % $2), 12, '0'))::uuid,
            '00000000-0000-7000-8002-000000000000', 'HT-' || n, case when n / 41 % 10 = 0 then 'FIRM' || n end, $3[n], signed, fen, 0.0435, 1, 0.0385,
            case when n % 29 = 0 then 3 else 24 end, case when n % 29 = 0 then date '2020-08-01' else signed + 730 end, 1, signed + 3, fen, fen, 0, 1, 0
        from (select n, date '2020-04-10' + n % 80 as signed, (100000 + 10000 * (n % 11)) * 100::bigint as fen from generate_series(1, $1) as n) as loans;

        insert into loan_person (loan_id, person_id, signs)
        select ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid, ('00000000-0000-7000-8003-' || lpad(to_hex(n), 12, '0'))::uuid, true from generate_series(1, $1) as n;

        insert into loan_entry (loan_id, sequence, kind, "on", principal_fen, interest_fen, claim_fen, extended_until, extension_reason, reference, recorded_at, agency)
        select loan.id, line.sequence, line.kind, line.day, line.fen, 0, 0, line.until, line.reason, 'E' || line.sequence, timestamptz '2020-10-01', 'bank'
        from loan cross join lateral (
            select substr(contract_number, 4)::int as n) as its
        cross join lateral (
            values (1, 1, disbursed_on, principal_fen, null::date, 0),
                (2, 2, disbursed_on + 30, -principal_fen / 40, null, 0),
                (3, 2, disbursed_on + 61, -principal_fen / 40, null, 0),
                (4, 2, disbursed_on + 91, -principal_fen / 40, null, 0),
                (5, 2, case when n % 5 = 0 then date '2020-08-15' end, -principal_fen / 4, null, 0),
                (6, 4, case when n % 17 = 0 then date '2020-09-01' end, 0, null, 0),
                (7, 3, case when n % 29 = 0 then date '2020-07-20' end, 0, date '2020-12-01', 2)) as line(sequence, kind, day, fen, until, reason)
        where line.day < date '2020-10-01';
        """;

    /// <summary>Fills an empty, migrated database of Loans, whose personal data are encrypted with these keys.</summary>
    public static async Task SeedAsync(string connectionString, int loans, int banks, IReadOnlyDictionary<string, string> keys)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(keys.Select(key => new KeyValuePair<string, string?>(key.Key, key.Value))).Build();
        var protector = new PersonalDataProtector(configuration);
        var numbers = Enumerable.Range(0, loans).Select(n => SyntheticPeople.Person(n).ResidentId).ToList();
        object[] values = [loans, banks, numbers.ConvertAll(protector.Protect).ToArray(), numbers.ConvertAll(protector.LookupHash).ToArray()];
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var statement in Seed.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append("analyze"))
        {
            await using var command = new NpgsqlCommand(Numbered(statement, values, out var used), connection) { CommandTimeout = 600 };
            command.Parameters.AddRange(used);
            await command.ExecuteNonQueryAsync();
        }
    }

    // A statement is told only what it asks for: PostgreSQL takes no parameter without a type.
    private static string Numbered(string statement, object[] values, out NpgsqlParameter[] used)
    {
        var parameters = new List<NpgsqlParameter>();
        for (var i = 0; i < values.Length; i++)
        {
            var name = $"${i + 1}";
            if (statement.Contains(name, StringComparison.Ordinal))
            {
                parameters.Add(new() { Value = values[i] });
                statement = statement.Replace(name, $"#{parameters.Count}", StringComparison.Ordinal);
            }
        }

        used = [.. parameters];
        return statement.Replace('#', '$');
    }
}
