using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Testing;
using Wenye.Training.Data;
using Enrolment = Wenye.Training.Data.Enrolment;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Benchmarks.Certificates;

/// <summary>Classes whose people all passed, written by COPY with the service's own mapping and encryption.</summary>
internal static class ExaminedClasses
{
    private static readonly DateOnly From = new(2020, 8, 3);
    private static readonly DateOnly To = new(2020, 8, 28);

    /// <summary>For each round a class of every institution.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Guid>>> SeedAsync(
        IReadOnlyDictionary<string, string> settings, string database, int institutions, int rounds, int people)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build())
            .AddSingleton<PersonalDataProtector>()
            .AddDbContext<TrainingDbContext>(options => options.UseNpgsql(database))
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var filed = Enumerable.Range(1, institutions).Select(InstitutionOf).ToList();
        await new RowTable<Institution>(context.Model).CopyAsync(connection, filed, CancellationToken.None);
        var load = new Load(connection, context, services.GetRequiredService<PersonalDataProtector>());
        var classes = new List<IReadOnlyList<Guid>>();
        for (var round = 0; round < rounds; round++)
        {
            classes.Add(await load.ClassesAsync(filed, people));
        }

        await Sql.ExecuteAsync(database, "VACUUM (ANALYZE)");
        return classes;
    }

    private static Institution InstitutionOf(int number) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = InstitutionKind.School,
        Division = $"37{1 + (number % 11):00}02",
        Code = number,
        CreditCode = "52370000MJ0000001A",
        Name = $"某某职业培训学校{number}",
        State = InstitutionState.Filed,
        FiledOn = new(2020, 1, 2),
    };

    private sealed class Load(NpgsqlConnection connection, TrainingDbContext context, PersonalDataProtector protector)
    {
        private readonly RowTable<TrainingClass> classes = new(context.Model);
        private readonly RowTable<Trainee> trainees = new(context.Model);
        private readonly RowTable<Enrolment> enrolments = new(context.Model);
        private int seen;

        public async Task<IReadOnlyList<Guid>> ClassesAsync(List<Institution> institutions, int people)
        {
            var examined = institutions.Select(ClassOf).ToList();
            await classes.CopyAsync(connection, examined, CancellationToken.None);
            foreach (var one in examined)
            {
                var known = Enumerable.Range(0, people).Select(_ => SyntheticPeople.Person(++seen)).ToList();
                var rows = known.ConvertAll(TraineeOf);
                await trainees.CopyAsync(connection, rows, CancellationToken.None);
                await enrolments.CopyAsync(connection, [.. rows.Zip(known, (row, person) => EnrolmentOf(one, row, person.Phone))], CancellationToken.None);
            }

            return [.. examined.Select(one => one.Id)];
        }

        private Trainee TraineeOf(SyntheticPerson person) => new()
        {
            Id = Guid.CreateVersion7(),
            Name = person.Name,
            IdNumber = person.ResidentId,
            IdHash = protector.LookupHash(person.ResidentId),
        };

        private Enrolment EnrolmentOf(TrainingClass one, Trainee trainee, string phone) => new()
        {
            Id = Guid.CreateVersion7(),
            ClassId = one.Id,
            TraineeId = trainee.Id,
            MobilePhone = phone,
            PhoneHash = protector.LookupHash(phone),
            Group = TraineeGroup.MigrantWorker,
            Evidence = GroupEvidence.SystemChecked,
            EnrolledOn = From,
            AskedAt = new(2020, 8, 3, 4, 0, 0, TimeSpan.Zero),
            State = EnrolmentState.Passed,
            ExaminedOn = To,
            Passed = true,
        };

        private static TrainingClass ClassOf(Institution institution) => new()
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = institution.Id,
            Division = institution.Division,
            Occupation = "4020301",
            Level = 5,
            OccupationName = "中式烹调师",
            Category = TrainingCategory.Employment,
            LeadsTo = CertificateKind.Completion,
            Mode = TrainingMode.Offline,
            TotalHours = 80,
            OnlineMinutes = 0,
            StartsOn = From,
            EndsOn = To,
            Places = 5_000,
            State = ClassState.Accepted,
            StartedOn = From,
            PlanDecision = "{}",
        };
    }
}
