using Npgsql;
using Wenye.Policy;

namespace Wenye.Testing;

/// <summary>Firms of four cities of Shandong and their data (被筛查企业), made in the database itself: each is what its number makes it.</summary>
/// <remarks>
/// Jinan and Zibo pay, Rizhao's fund is short from May on, of Heze nobody has told how its fund stands. Every eleventh firm
/// drew the general refund this year; every seventh is large, so that 63号 gives it nothing.
/// </remarks>
public static class ScreenedFirms
{
    /// <summary>How many can be made.</summary>
    public const int MostFirms = 1_200_000;

    private const string Seed =
        """
        insert into firm (credit_code, name, division, pool, industry, insured_since, industry_policy_ok, zombie_or_dishonest_or_bankrupt, priority, to_recover_fen)
        select code, '测试企业' || n, county, left(county, 4) || '00', 'C13', date '2015-01-01', true,
            case when n % 37 = 0 then null else n % 41 = 0 end, 1, case when n % 53 = 0 then 12345 else 0 end
        from (select code, n::int, (array['370102', '370302', '371102', '371702'])[n % 4 + 1] as county from unnest($1::text[]) with ordinality as made(code, n)) as firms
        order by n;

        insert into firm_year (firm_id, year, insured, due_fen, paid_fen, relief,
            known_months, paid_months, arrears_months, paid_months_before, arrears_months_before, total_paid_fen, insured_at_end, laid_off)
        select id, 2019, array_fill(5 + n % 40, array[12]), array_fill(10000::bigint, array[12]), array_fill(10000::bigint, array[12]), array_fill(1::smallint, array[12]),
            case when n % 50 = 0 then 2047 else 4095 end, case when n % 50 = 0 then 2047 else 4095 end, case when n % 59 = 0 then 1 else 0 end,
            36, 0, 120000 + 37 * n, 5 + n % 40, case when n % 13 = 0 then 4 + n % 20 else 0 end
        from (select id, substr(name, 5)::int as n from firm) as firms;

        insert into firm_finance (firm_id, year, revenue_fen, profit_fen, assets_fen, liabilities_fen, employees)
        select id, 2019, case when n % 7 = 0 then 500000000000 else 300000000 end, 1, 1000000, 500000, case when n % 7 = 0 then 2000 else 5 + n % 40 end
        from (select id, substr(name, 5)::int as n from firm) as firms;

        insert into past_refund (firm_id, year, kind, paid_fen)
        select id, 2020, 1, (120000 + 37 * n) / 2 from (select id, substr(name, 5)::int as n from firm) as firms where n % 11 = 0;

        insert into complete_feed (pool, year, feed)
        select pool, year, feed from unnest(array['370100', '370300', '371100', '371700']) as pool, (values (2019, 1), (2020, 2)) as told(year, feed);

        insert into pool_fund (pool, month, balance_fen, months_covered)
        select pool, month, 5000000000, case when pool = '371100' and month >= date '2020-05-01' then 11.9 else 20.5 end
        from unnest(array['370100', '370300', '371100']) as pool, unnest(array[date '2019-12-01', date '2020-05-01', date '2020-06-01']) as month;
        """;

    /// <summary>The credit code of the firm of this number, from 1; valid.</summary>
    public static string CodeOf(int number)
    {
        var organisation = $"{(long)number * 7_919 % 99_999_989:00000000}";
        var body = $"91370100{organisation}{UnifiedSocialCreditCode.OrganisationCheck(organisation)}";
        return body + UnifiedSocialCreditCode.CheckCharacter(body);
    }

    /// <summary>Fills an empty, migrated database of Stabilization.</summary>
    public static async Task SeedAsync(string connectionString, int firms)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firms, MostFirms);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var codes = Enumerable.Range(1, firms).Select(CodeOf).ToArray();
        foreach (var statement in Seed.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append("analyze"))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 600 };
            if (statement.Contains("$1", StringComparison.Ordinal))
            {
                command.Parameters.Add(new() { Value = codes });
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}
