using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;

namespace Wenye.Benchmarks.Employment;

/// <summary>Fills Statistics' tables of facts with a synthetic year (灌入虚构年度) by COPY, as its consumers and imports would have; nothing is judged yet.</summary>
internal sealed class YearLoad : IAsyncDisposable
{
    private const int Chunk = 50_000;

    private readonly SyntheticYear _year;
    private readonly StatisticsDbContext _context;
    private readonly NpgsqlDataSource _database;

    public YearLoad(string database, SyntheticYear year)
    {
        (_year, _database) = (year, NpgsqlDataSource.Create(database));
        _context = new(new DbContextOptionsBuilder<StatisticsDbContext>().UseNpgsql(database).Options);
        Employments = new(_context.Model, nameof(RegisteredEmployment.EmploymentId));
        Ends = new(_context.Model, nameof(EndedEmployment.EmploymentId));
        Verdicts = new(_context.Model);
    }

    public RowTable<RegisteredEmployment> Employments { get; }

    public RowTable<EndedEmployment> Ends { get; }

    public RowTable<EmploymentVerdict> Verdicts { get; }

    /// <summary>What became of employments.</summary>
    public async Task<List<EmploymentVerdict>> VerdictsAsync(IReadOnlyCollection<Guid> employments) =>
        await _context.Set<EmploymentVerdict>().AsNoTracking().Where(verdict => employments.Contains(verdict.EmploymentId)).ToListAsync();

    /// <summary>Writes the facts of so many events, what was imported of their people, and the statistics that the planner needs.</summary>
    public async Task FillAsync(int events)
    {
        var jobs = events / SyntheticYear.EventsOfAGroup * (SyntheticYear.EventsOfAGroup - 1);
        await Task.WhenAll(
            CopyAsync(Employments, Enumerable.Range(0, jobs).Select(job => Fact(_year.Job(job)))),
            CopyOthersAsync(events, jobs));
        await using var analyze = _database.CreateCommand("VACUUM ANALYZE");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
    }

    public static RegisteredEmployment Fact(EmploymentRegistered told) => new()
    {
        EmploymentId = told.EmploymentId, PersonId = told.PersonId, Division = told.Division, Urban = told.Urban, Type = told.Type, Manner = told.Manner,
        EmployedOn = told.EmployedOn, Basis = told.Basis, RegisteredOn = told.RegisteredOn, EmployerCode = told.EmployerCode, Sector = told.Sector,
        Industry = told.Industry, WasRegisteredUnemployed = told.WasRegisteredUnemployed, WasInHardship = told.WasInHardship, Sex = told.Sex,
        BirthYear = told.BirthYear, Period = SyntheticYear.PeriodOf(told.RegisteredOn),
    };

    public static EndedEmployment Fact(EmploymentEnded told) => new()
    {
        EmploymentId = told.EmploymentId, PersonId = told.PersonId, Division = told.Division, Manner = told.Manner, EndedOn = told.EndedOn,
        RegisteredOn = told.RegisteredOn, ReasonCode = told.ReasonCode, Period = SyntheticYear.PeriodOf(told.RegisteredOn),
    };

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task CopyOthersAsync(int events, int jobs)
    {
        var numbers = Enumerable.Range(0, events / SyntheticYear.EventsOfAGroup).Select(group => (group * SyntheticYear.EventsOfAGroup) + SyntheticYear.EventsOfAGroup - 1);
        await CopyAsync(Ends, numbers.Select(number => Fact(_year.End(SyntheticYear.JobOf(number)))));
        var unemployed = Enumerable.Range(0, jobs).Where(job => SyntheticYear.WasUnemployed(job));
        await CopyAsync(new RowTable<RegisteredPerson>(_context.Model, nameof(RegisteredPerson.RegistrationId)), unemployed.Select(Registration));
        await CopyAsync(new RowTable<CancelledRegistration>(_context.Model, nameof(CancelledRegistration.RegistrationId)), unemployed.Select(Cancellation));
        await CopyAsync(new RowTable<PersonSpell>(_context.Model), Enumerable.Range(0, jobs).Where(person => SyntheticYear.PersonOf(person) == person).SelectMany(Spells));
        await CopyAsync(
            new RowTable<RecordMark>(_context.Model), Enumerable.Range(0, jobs).Where(job => SyntheticYear.Mix(job, 30) % 400 == 0).Select(job => new RecordMark
            {
                EmploymentId = _year.Job(job).EmploymentId, Doubtful = true, HandlingError = null, RuralPostOrWorkshop = null, TransferOrRenewal = null,
                Reason = "虚构存疑", Agency = "agency-bench",
            }));
    }

    private RegisteredPerson Registration(int job)
    {
        var (of, day) = (_year.Job(job), _year.Job(job).EmployedOn.AddDays(-60));
        return new() { RegistrationId = of.EmploymentId, PersonId = of.PersonId, Division = of.Division, Urban = true, RegisteredOn = day, Period = SyntheticYear.PeriodOf(day) };
    }

    private CancelledRegistration Cancellation(int job)
    {
        var of = _year.Job(job);
        return new()
        {
            RegistrationId = of.EmploymentId, PersonId = of.PersonId, Division = of.Division, CancelledOn = of.RegisteredOn, ReasonCode = "11",
            BecameEmployed = true, Period = SyntheticYear.PeriodOf(of.RegisteredOn),
        };
    }

    // Of three people in ten others know something: a former job that ended, one that lasts, insurance, a pension.
    private static IEnumerable<PersonSpell> Spells(int person) => (SyntheticYear.Mix(person, 31) % 100) switch
    {
        < 12 => [Spell(person, "unit", new(2018, 3, 1), new(2020, 6, 30), "91370000MA00099999")],
        < 17 => [Spell(person, "unit", new(2019, 3, 1), null, "91370000MA00099999")],
        < 24 => [Spell(person, "insured", new(2018, 3, 1), new(2020, 6, 30), "91370000MA00099999")],
        < 28 => [Spell(person, "flexible", new(2017, 1, 1), new(2019, 12, 31), "")],
        < 30 => [Spell(person, "pension", new(2020, 1, 1), null, "")],
        _ => [],
    };

    private static PersonSpell Spell(int person, string kind, DateOnly begins, DateOnly? ends, string employer) =>
        new() { PersonId = SyntheticYear.Key(person), Kind = kind, Begins = begins, Ends = ends, EmployerCode = employer };

    private async Task CopyAsync<T>(RowTable<T> table, IEnumerable<T> rows)
        where T : class
    {
        await using var connection = await _database.OpenConnectionAsync();
        foreach (var chunk in rows.Chunk(Chunk))
        {
            await table.CopyAsync(connection, chunk, CancellationToken.None);
        }
    }
}
