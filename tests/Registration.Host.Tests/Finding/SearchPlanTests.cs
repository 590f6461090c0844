using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Register.SearchRegistrations;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>With 20,000 registrations no search reads a table from end to end, whatever it asks for.</summary>
/// <remarks>
/// Both ways in which PostgreSQL plans a statement are looked at: with the values, and without them as it does once a
/// statement was asked often. The rows are made by SQL: a plan depends on numbers, not on what is encrypted.
/// </remarks>
public sealed class SearchPlanTests(SearchPlanTests.Register register) : IClassFixture<SearchPlanTests.Register>
{
    private static readonly Guid Office = Guid.Parse("00000000-0000-0000-0000-000000000001");

    public static TheoryData<string, string, bool, bool, bool, RegistrationStatus, bool> Searches()
    {
        var searches = new TheoryData<string, string, bool, bool, bool, RegistrationStatus, bool>();
        foreach (var status in Enum.GetValues<RegistrationStatus>())
        {
            foreach (var days in new[] { false, true })
            {
                searches.Add("ix_registration_county", "370102", false, false, false, status, days);
                searches.Add("ix_registration_city", "370100", false, false, false, status, days);
                searches.Add("ix_registration_province", "370000", false, false, false, status, days);
                searches.Add("ix_registration_office", "370100", false, false, true, status, days);
                searches.Add("ix_registration_person", "370000", true, false, false, status, days);
                searches.Add("ix_registration_person", "370100", false, true, false, status, days);
                searches.Add("ix_registration_person", "370102", true, true, true, status, days);
            }
        }

        return searches;
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_search_reads_the_index_made_for_it(
        string index, string division, bool name, bool identity, bool office, RegistrationStatus status, bool days)
    {
        var request = new SearchRegistrationsRequest { Division = division, Status = status, Name = name ? "测甲1" : "", OfficeId = office ? Office.ToString() : "" };
        request.Identity = identity ? new PersonIdentity { IdDocumentType = "02", IdDocumentNumber = "H1" } : null;
        request.RegisteredFrom = days ? new Date { Year = 2020, Month = 3, Day = 1 } : null;
        request.RegisteredTo = days ? new Date { Year = 2020, Month = 3, Day = 31 } : null;
        var (text, values) = RegisterSql.Of(RegisterQuery.Of(request, register.Protector));

        foreach (var mode in new[] { "force_custom_plan", "force_generic_plan" })
        {
            var plan = await register.PlanAsync(text, values, mode);
            plan.ShouldContain(index, customMessage: mode);
            plan.ShouldNotContain("Seq Scan", customMessage: mode);
        }
    }

    /// <summary>A database with 20,000 people and registrations, and PostgreSQL's knowledge of them.</summary>
    public sealed class Register : IAsyncLifetime
    {
        private const string Fill = """
            INSERT INTO person (id, identity, name_lookup, details)
            SELECT md5('p' || i)::uuid, decode(md5('i' || i), 'hex'), decode(md5('n' || i / 3), 'hex'), '\x00' FROM generate_series(1, 20000) AS i;
            INSERT INTO person_document (document, person_id)
            SELECT decode(md5('d' || i), 'hex'), md5('p' || i)::uuid FROM generate_series(1, 20000, 10) AS i;
            INSERT INTO office (id, division, name, division_name, address, phone, online_channels, services, level, closed)
            SELECT lpad(to_hex(i), 32, '0')::uuid, '370102', i::text, '', '', '', '', '{}', 2, false FROM generate_series(1, 100) AS i;
            CREATE TEMP TABLE place AS SELECT (ARRAY['370102','370103','370202','370203','371502','371702'])[1 + i % 6] AS division, i FROM generate_series(1, 20000) AS i;
            SET session_replication_role = replica;
            INSERT INTO registration (id, person_id, application_id, division, office_id, registered_on, unemployment_reason, cancelled_on, became_employed, notice_required,
                policy_left, guidance_left, job_offer_left, training_offer_left)
            SELECT md5('r' || i)::uuid, md5('p' || i)::uuid, md5('a' || i)::uuid, division,
                CASE WHEN i % 4 > 0 THEN lpad(to_hex(1 + i % 100), 32, '0')::uuid END, date '2020-01-01' + i % 365, '21',
                CASE WHEN i % 3 = 0 THEN date '2020-12-31' END, false, false, 0, 0, 0, 0
            FROM place;
            ANALYZE;
            """;

        private readonly TestServers servers = new();
        private TestDatabase database = null!;

        public PersonalDataProtector Protector { get; } = new(new ConfigurationBuilder()
            .AddInMemoryCollection(RegistrationFixture.Keys!).Build());

        public async ValueTask InitializeAsync()
        {
            database = await servers.CreateDatabaseAsync();
            await using var context = new RegistrationDbContext(new DbContextOptionsBuilder<RegistrationDbContext>().UseNpgsql(database.ConnectionString).Options);
            await context.Database.MigrateAsync();
            await context.Database.ExecuteSqlRawAsync(Fill.Replace("{}", "{{}}", StringComparison.Ordinal));
        }

        public async Task<string> PlanAsync(string text, object[] values, string mode)
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            for (var i = 0; i < values.Length; i++)
            {
                text = text.Replace($"{{{i}}}", $"${i + 1}", StringComparison.Ordinal);
            }

            // As EF Core completes it.
            text = $"""
                SELECT * FROM ({text}) AS found JOIN registration AS r ON r.id = found."Value" JOIN person AS p ON p.id = r.person_id
                ORDER BY r.registered_on DESC, r.id DESC
                """;
            await using var prepare = new NpgsqlCommand($"PREPARE search AS {text}; SET plan_cache_mode = {mode}", connection);
            await prepare.ExecuteNonQueryAsync();
            await using var explain = new NpgsqlCommand($"EXPLAIN EXECUTE search({string.Join(", ", values.Select(Literal))})", connection);
            await using var reader = await explain.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(0));
            }

            await using var end = new NpgsqlCommand("DEALLOCATE search", connection);
            await reader.DisposeAsync();
            await end.ExecuteNonQueryAsync();
            return string.Join('\n', lines);
        }

        public ValueTask DisposeAsync() => servers.DisposeAsync();

        private static string Literal(object value) => value switch
        {
            byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'",
            DateOnly day => $"'{day:yyyy-MM-dd}'",
            _ => $"'{value}'",
        };
    }
}
