using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Registration;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using ApplicationState = Wenye.Contracts.Registration.V1.ApplicationState;

namespace Wenye.Benchmarks.Search;

/// <summary>Fills an empty register by COPY with rows that the service's own code makes: forms and details encrypted, hashes keyed.</summary>
/// <remarks>
/// Faster than the public import, and only for measuring reads: steps and events are left out, and the decisions, which no
/// search reads, are a short text in place of some 5 kB a person.
/// </remarks>
internal sealed class RegisterLoad(RegistrationDbContext context, PersonalDataProtector protector, SyntheticRegister register, IReadOnlyList<string> counties)
{
    private const int Chunk = 5_000;
    private const string NoDecision = "{}";

    private readonly RowTable<Person> people = new(context.Model);
    private readonly RowTable<StoredApplication> applications = new(context.Model, nameof(StoredApplication.Serial));
    private readonly RowTable<UnemploymentRegistration> registrations = new(context.Model);
    private readonly Guid[] offices = [.. Enumerable.Range(0, counties.Count * SyntheticRegister.OfficesPerCounty).Select(_ => Guid.CreateVersion7())];

    /// <summary>The office of a county by its number.</summary>
    public Guid Office(string county, int number) => offices[(IndexOf(county) * SyntheticRegister.OfficesPerCounty) + number];

    public async Task FillAsync(string connectionString, int count)
    {
        var started = Stopwatch.GetTimestamp();
        await using (var connection = await OpenAsync(connectionString))
        {
            await new RowTable<Office>(context.Model).CopyAsync(connection, [.. counties.SelectMany(OfficesOf)], CancellationToken.None);
        }

        var next = -Chunk;
        var written = 0;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            await using var connection = await OpenAsync(connectionString);
            for (var first = Interlocked.Add(ref next, Chunk); first < count; first = Interlocked.Add(ref next, Chunk))
            {
                await CopyAsync(connection, first, Math.Min(Chunk, count - first));
                var done = Interlocked.Add(ref written, Chunk);
                if (done % 100_000 == 0)
                {
                    await Console.Error.WriteLineAsync($"{done:N0} people, {done / Stopwatch.GetElapsedTime(started).TotalSeconds:N0}/s");
                }
            }
        })));
        await Sql.ExecuteAsync(connectionString, "VACUUM (ANALYZE)");
        await Console.Error.WriteLineAsync($"{count:N0} people loaded in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    // Keys to other tables are right by construction; checking each would take longer than writing it.
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SET session_replication_role = replica; SET synchronous_commit = off", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task CopyAsync(NpgsqlConnection connection, int first, int count)
    {
        var (known, taken, registered) = (new List<Person>(count), new List<StoredApplication>(count), new List<UnemploymentRegistration>(count));
        for (var i = first; i < first + count; i++)
        {
            var fields = register.Form(i);
            var form = new SubmittedForm(fields);
            var person = NewPerson(form.Person);
            var application = NewApplication(i, fields, form);
            known.Add(person);
            taken.Add(application);
            if (SyntheticRegister.Fate(i) != SyntheticFate.Applied)
            {
                registered.Add(NewRegistration(i, person, application));
            }
        }

        await people.CopyAsync(connection, known, CancellationToken.None);
        await applications.CopyAsync(connection, taken, CancellationToken.None);
        await registrations.CopyAsync(connection, registered, CancellationToken.None);
    }

    private Person NewPerson(PersonDetails details) => new()
    {
        Id = Guid.CreateVersion7(),
        Identity = IdentityKey.Of(protector, details.IdDocumentType, details.IdDocumentNumber, details.SocialSecurityNumber),
        NameLookup = IdentityKey.OfName(protector, details.Name),
        Details = details.ToJson(),
    };

    private StoredApplication NewApplication(int i, Dictionary<string, string> fields, SubmittedForm form)
    {
        var day = register.RegisteredOn(i);
        var application = new StoredApplication
        {
            Id = Guid.CreateVersion7(At(day)),
            Number = fields["ADC201"],
            Serial = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{i:0000000000}"),
            Division = form.Division,
            OfficeId = OfficeOf(i),
            AppliedOn = day,
            UnemploymentReason = fields["AJC093"],
            ClaimsBenefit = fields["ADC222"] == "1",
            Applicant = IdentityKey.Of(protector, form.IdDocumentType, form.IdDocumentNumber, fields.GetValueOrDefault("AAC002")),
            Form = FormJson.Seal(fields, protector),
            ReviewDue = day.AddDays(9),
            EligibilityDecision = protector.Seal("{}"u8),
            DeadlineDecision = NoDecision,
        };
        var by = new HandledBy("agency-bench", form.Division, At(day));
        application.Receive(by);
        if (SyntheticRegister.Fate(i) != SyntheticFate.Applied)
        {
            application.Approve(Guid.CreateVersion7(At(day)), NoDecision, by);
        }
        else if (i % 3 == 0)
        {
            application.StartReview(by);
        }

        return application;
    }

    private UnemploymentRegistration NewRegistration(int i, Person person, StoredApplication application)
    {
        var registration = new UnemploymentRegistration
        {
            Id = application.RegistrationId!.Value,
            PersonId = person.Id,
            ApplicationId = application.Id,
            Division = application.Division,
            OfficeId = application.OfficeId,
            RegisteredOn = register.RegisteredOn(i),
            UnemploymentReason = application.UnemploymentReason,
        };
        if (SyntheticRegister.Fate(i) == SyntheticFate.Ended)
        {
            var ended = register.EndedOn(i);
            registration.Cancel(ended, "31", becameEmployed: false, noticeRequired: true, NoDecision, grounds: null, new HandledBy("agency-bench", application.Division, At(ended)));
        }

        return registration;
    }

    private Guid? OfficeOf(int i) => SyntheticRegister.Office(i) is { } number ? Office(register.Division(i), number) : null;

    private IEnumerable<Office> OfficesOf(string county) => Enumerable.Range(0, SyntheticRegister.OfficesPerCounty).Select(number => new Office
    {
        Id = Office(county, number),
        Division = county,
        Name = $"虚构机构{number}",
        DivisionName = "虚构",
        Address = "虚构路",
        Phone = "",
        OnlineChannels = "",
        Services = [],
        Level = Contracts.Registration.V1.OfficeLevel.County,
        AreaClass = "111",
    });

    private int IndexOf(string county)
    {
        var index = 0;
        while (counties[index] != county)
        {
            index++;
        }

        return index;
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8));
}
