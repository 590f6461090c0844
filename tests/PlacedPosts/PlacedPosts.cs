using Microsoft.Extensions.Configuration;
using Npgsql;
using Wenye.Persistence;

namespace Wenye.Testing;

/// <summary>People in posts of Jining and their attendance (在岗人员), made in the database itself: each is what its number makes it.</summary>
/// <remarks>
/// In post since 2020-05, full-time, part-time and rural by thirds, an employer and county for every hundred of a kind. July and August are
/// stated, September but for every tenth. Of September every 23rd did not come, every 31st was absent for 15 days in August, every 37th was
/// placed nobody knows how, the term of every 41st ended with August, every 43rd left on 10 September. Wages are fictional.
/// </remarks>
public static class PlacedPosts
{
    /// <summary>The city where they are.</summary>
    public const string City = "370800";

    private const int PeopleAnEmployer = 100;

    private const string Wages =
        """
        insert into wage (kind, division, key, "from", tier, monthly_fen, hourly_fen, document) values
            (1, '370000', 1, date '2018-06-01', 1, 150000, 1500, '虚构标准'), (2, '370800', 0, date '2018-06-01', 1, 0, 0, '虚构标准'),
            (3, '370811', 0, date '2018-06-01', 0, 0, 1000, '虚构标准'), (3, '370812', 0, date '2018-06-01', 0, 0, 1000, '虚构标准'),
            (3, '370826', 0, date '2018-06-01', 0, 0, 900, '虚构标准'), (3, '370827', 0, date '2018-06-01', 0, 0, 900, '虚构标准')
        """;

    private const string Employers =
        """
        insert into employer (id, name, credit_code, division, bank_name, bank_account)
        select ('00000000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, '虚构单位' || n, 'EMPLOYER' || n,
            (array['370811', '370812', '370826', '370827'])[n % 4 + 1], '虚构银行', account
        from unnest($1::bytea[]) with ordinality as made(account, n)
        """;

    private const string Posts =
        """
        insert into post (id, employer_id, division, kind, duty, working_time, added_for_poor, title, duties, requirements, pay, workplace, hours, period,
            urban, sector, places, state, proposed_on)
        select ('00000000-0000-7000-8002-' || right(id::text, 12))::uuid, id, division, case when n % 3 = 0 then 2 else 1 end, 1, case when n % 3 = 1 then 1 else 2 end,
            false, '虚构岗位', '', '', '', '', '', '', n % 3 <> 0, 3, 100, 2, date '2020-04-20'
        from (select *, substr(credit_code, 9)::int as n from employer) as its
        """;

    private const string People =
        """
        insert into person (id, name, id_number, id_hash)
        select ('00000000-0000-7000-8003-' || lpad(to_hex(n), 12, '0'))::uuid, name, number, hash
        from unnest($1::bytea[], $2::bytea[], $3::bytea[]) with ordinality as made(name, number, hash, n)
        """;

    private const string Placements =
        """
        insert into placement (id, person_id, post_id, employer_id, division, kind, working_time, added_for_poor, "group", in_hardship_when_placed, contract,
            started_on, first_approved_on, until, ordinal, bank_account, bank_name, state, ended_on, ground,
            employment_ended, employment_refusals, first_employment, reported_ground)
        select ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid, ('00000000-0000-7000-8003-' || lpad(to_hex(n), 12, '0'))::uuid,
            post.id, post.employer_id, post.division, post.kind, post.working_time, false, 1 + n % 3, case when n % 37 = 0 then null else true end, 1,
            date '2020-05-01' + n % 28, date '2020-05-01' + n % 28, case when n % 41 = 0 then date '2020-08-31' else date '2023-04-30' end, 1,
            case when post.kind = 2 then account end, '虚构银行', case when n % 43 = 0 then 3 else 2 end, case when n % 43 = 0 then date '2020-09-10' end, case when n % 43 = 0 then 10 else 0 end,
            false, 0, false, 0
        from (select account, ordinality::int as n from unnest($1::bytea[]) with ordinality as made(account)) as made
        join post on post.id = ('00000000-0000-7000-8002-' || lpad(to_hex(1 + n % $2), 12, '0'))::uuid
        """;

    private const string Attendance =
        """
        insert into attendance_month (placement_id, month, sequence, days_worked, days_absent, days_absent_in_a_row, hours, contributions_fen, occurred_at, agency)
        select placement.id, month, 1, case when month = date '2020-09-01' and n % 23 = 0 then 0 else 22 end,
            case when month = date '2020-08-01' and n % 31 = 0 then 15 else 0 end, case when month = date '2020-08-01' and n % 31 = 0 then 15 else 0 end,
            case when placement.working_time = 2 then 60 + n % 20 end, case when placement.kind = 2 then null else 60000 + n % 100 end, timestamptz '2020-10-01', 'seed'
        from (select *, ('x' || right(id::text, 8))::bit(32)::int as n from placement) as placement
        cross join unnest(array[date '2020-07-01', date '2020-08-01', date '2020-09-01']) as month
        where month < date '2020-09-01' or n % 10 <> 0
        """;

    /// <summary>States the late attendance of September (迟报考勤), of everyone of whom nothing was stated.</summary>
    public const string LateAttendance =
        """
        insert into attendance_month (placement_id, month, sequence, days_worked, days_absent, days_absent_in_a_row, hours, contributions_fen, occurred_at, agency)
        select id, date '2020-09-01', 1, 22, 0, 0, case when working_time = 2 then 60 end, case when kind = 2 then null else 60000 end, timestamptz '2020-10-20', 'seed'
        from placement where not exists (select from attendance_month as told where told.placement_id = placement.id and told.month = date '2020-09-01')
        """;

    /// <summary>Fills an empty, migrated database of Welfare-Posts, whose personal data are encrypted with these keys.</summary>
    public static async Task SeedAsync(string connectionString, int posts, IReadOnlyDictionary<string, string> keys)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(keys.Select(key => new KeyValuePair<string, string?>(key.Key, key.Value))).Build();
        var protector = new PersonalDataProtector(configuration);
        var people = Enumerable.Range(0, posts).Select(SyntheticPeople.Person).ToList();
        var employers = Math.Max(3, posts / PeopleAnEmployer);
        var accounts = people.Select(person => protector.Protect($"62{person.Phone}")).ToArray();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(Wages);
        await ExecuteAsync(Employers, (object)accounts.Take(employers).ToArray());
        await ExecuteAsync(Posts);
        await ExecuteAsync(
            People,
            people.Select(person => protector.Protect(person.Name)).ToArray(),
            people.Select(person => protector.Protect(person.ResidentId)).ToArray(),
            people.Select(person => protector.LookupHash(person.ResidentId)).ToArray());
        await ExecuteAsync(Placements, accounts, employers);
        await ExecuteAsync(Attendance);
        await ExecuteAsync("analyze");

        async Task ExecuteAsync(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
            await command.ExecuteNonQueryAsync();
        }
    }
}
