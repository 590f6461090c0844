using System.Globalization;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;
using Register = Wenye.Contracts.Registration.V1.UnemploymentRegisterService.UnemploymentRegisterServiceClient;

namespace Wenye.Registration.Host.Tests;

/// <summary>What is overdue, listed and counted by SQL, against the decision on each registration's own history.</summary>
public sealed class OverdueTests(RegistrationFixture fixture)
{
    private const string City = "371100";
    private static readonly string[] Counties = ["371102", "371103", "371121"];
    private static readonly DateOnly Registered = new(2020, 8, 10);
    private static readonly DateOnly[] Days = [new(2020, 8, 10), new(2020, 8, 18), new(2020, 10, 1), new(2021, 8, 10), new(2022, 12, 30)];

    private static readonly (ServiceKind Kind, string Output, string Fact)[] Kinds =
    [
        (ServiceKind.FirstContact, "first_contact", "first_contacts"),
        (ServiceKind.MonthlyFollowUp, "follow_up", "follow_ups"),
        (ServiceKind.Policy, "policy", "policies"),
        (ServiceKind.Guidance, "guidance", "guidance"),
        (ServiceKind.JobOffer, "job_offer", "job_offers"),
        (ServiceKind.TrainingOffer, "training_offer", "training_offers"),
    ];

    [Fact]
    public async Task The_lists_and_the_counts_agree_with_the_decision_on_generated_histories()
    {
        var office = await fixture.OfficeAsync("371121001001", "虚构社区工作站");
        var ids = await GenerateAsync(office);
        foreach (var day in Days)
        {
            var register = new Register(fixture.On(day, City, "caseworker"));
            var expected = new List<(string Id, ServiceKind Kind, DateOnly Due, int Left)>();
            foreach (var id in ids)
            {
                var read = await register.GetRegistrationAsync(new() { RegistrationId = id });
                if (read.Registration.Cancellation is null)
                {
                    expected.AddRange(Overdue(id, read.Obligations, day));
                }
            }

            var listed = await ReadAllAsync(register, new() { Division = City, PageSize = 7 });
            listed.Select(one => (one.Registration.RegistrationId, one.Kind, one.DueOn.Day(), one.Outstanding)).ShouldBe(expected, ignoreOrder: true);
            listed.Select(one => one.Registration.RegistrationId).Distinct()
                .Select(id => listed.Where(one => one.Registration.RegistrationId == id).Min(one => one.DueOn.Day())).ShouldBeInOrder();
            await FiltersAgreeAsync(register, listed, office);
            await CountsAgreeAsync(register, listed);
        }
    }

    [Fact]
    public async Task Overdue_reviews_and_people_still_to_be_told_are_counted_by_office()
    {
        const string County = "371122";
        var office = fixture.Register(County, "caseworker");
        var ended = await fixture.RegisterAsync(County);
        await office.CancelRegistrationAsync(Services.Cancel(ended, "23", Registered));
        await fixture.Agency(County, "intake").Client.SubmitApplicationAsync(Applications.Submit(Applications.Form(division: County)));

        var inTime = (await office.CountOverdueServicesAsync(new() { Division = County })).Offices.ShouldHaveSingleItem();
        (inTime.Live, inTime.ReviewsOverdue, inTime.NoticesOutstanding).ShouldBe((0, 0, 1));
        var later = new Register(fixture.On(new(2020, 8, 18), County, "caseworker"));
        (await later.CountOverdueServicesAsync(new() { Division = County })).Offices.Single().ReviewsOverdue.ShouldBe(1);
        await office.RecordNoticeAsync(Services.Notice(ended, Registered));
        (await later.CountOverdueServicesAsync(new() { Division = County })).Offices.Single().NoticesOutstanding.ShouldBe(0);
    }

    [Fact]
    public async Task A_question_names_a_place_of_the_callers_own()
    {
        var register = fixture.Register("371102", "reviewer");
        var bad = new ListOverdueServicesRequest { Division = "", OfficeId = "x", Kind = (ServiceKind)9, PageSize = -1, PageToken = "AAAA" };
        (await Should.ThrowAsync<RpcException>(async () => await register.ListOverdueServicesAsync(bad)))
            .Fields().ShouldBe(["division", "office_id", "kind", "page_size", "page_token"]);
        (await Should.ThrowAsync<RpcException>(async () => await register.ListOverdueServicesAsync(new() { Division = City }))).Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(async () => await register.CountOverdueServicesAsync(new() { Division = City }))).Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(async () => await register.CountOverdueServicesAsync(new() { Division = "x" }))).Fields().ShouldBe(["division"]);
        (await Should.ThrowAsync<RpcException>(async () => await fixture.Register("371102", "intake").CountOverdueServicesAsync(new() { Division = "371102" })))
            .Reason().ShouldBe("PERMISSION_MISSING");
    }

    /// <summary>Registrations with services on days and in an order that chance chooses, one of them ended.</summary>
    private async Task<List<string>> GenerateAsync(string office)
    {
        var random = new Random(20200810);
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var division = Counties[i % Counties.Length];
            ids.Add(await fixture.RegisterAsync(division, office: division == "371121" ? office : null));
        }

        var recorder = new Register(fixture.On(Days[^1], City, "caseworker"));
        foreach (var id in ids.Skip(1))
        {
            var services = random.Next(30);
            for (var i = 0; i < services; i++)
            {
                var outcome = random.Next(6) == 0 ? ServiceOutcome.NotReached : ServiceOutcome.Accepted;
                await recorder.RecordServiceAsync(Services.Record(id, Kinds[random.Next(Kinds.Length)].Kind, Registered.AddDays(random.Next(860)), outcome));
            }
        }

        (await recorder.CancelRegistrationAsync(Services.Cancel(ids[5], "24", Days[^1]))).Applied.ShouldBeTrue();
        return ids;
    }

    private static IEnumerable<(string Id, ServiceKind Kind, DateOnly Due, int Left)> Overdue(string id, Contracts.Policy.V1.Decision obligations, DateOnly today)
    {
        foreach (var (kind, output, fact) in Kinds)
        {
            var due = obligations.Outputs.TryGetValue($"{output}_due", out var text) ? DateOnly.Parse(text, CultureInfo.InvariantCulture) : DateOnly.MaxValue;
            obligations.Findings.Any(finding => finding.Answer == Contracts.Policy.V1.Answer.NotMet && finding.Fact.Contains(fact)).ShouldBe(due < today);
            if (due < today)
            {
                yield return (id, kind, due, int.Parse(obligations.Outputs[$"{output}_left"], CultureInfo.InvariantCulture));
            }
        }
    }

    private static async Task FiltersAgreeAsync(Register register, List<OverdueService> all, string office)
    {
        foreach (var (kind, _, _) in Kinds)
        {
            var ofKind = await ReadAllAsync(register, new() { Division = City, Kind = kind, PageSize = 2 });
            ofKind.ShouldBe(all.Where(one => one.Kind == kind), ignoreOrder: true);
        }

        var ofOffice = await ReadAllAsync(register, new() { Division = City, OfficeId = office, PageSize = 200 });
        ofOffice.ShouldBe(all.Where(one => one.Registration.OfficeId == office), ignoreOrder: true);
        var ofCounty = await ReadAllAsync(register, new() { Division = Counties[0] });
        ofCounty.ShouldBe(all.Where(one => one.Registration.Division == Counties[0]), ignoreOrder: true);
    }

    private static async Task CountsAgreeAsync(Register register, List<OverdueService> all)
    {
        var counted = (await register.CountOverdueServicesAsync(new() { Division = City })).Offices.Where(office => Counties.Contains(office.Division)).ToList();
        counted.Sum(office => office.Live).ShouldBe(11);
        counted.Select(office => office.WithOverdue).ShouldBeInOrder(SortDirection.Descending);
        foreach (var office in counted)
        {
            var here = all.Where(one => one.Registration.Division == office.Division && one.Registration.OfficeId == office.OfficeId).ToList();
            office.WithOverdue.ShouldBe(here.Select(one => one.Registration.RegistrationId).Distinct().Count());
            office.Overdue.Select(one => (one.Kind, one.People)).ShouldBe(
                here.GroupBy(one => one.Kind).Select(same => (same.Key, (long)same.Count())), ignoreOrder: true);
        }
    }

    private static async Task<List<OverdueService>> ReadAllAsync(Register register, ListOverdueServicesRequest request)
    {
        var all = new List<OverdueService>();
        do
        {
            var page = await register.ListOverdueServicesAsync(request);
            page.Services.Count.ShouldBeLessThanOrEqualTo(request.PageSize == 0 ? 50 : request.PageSize);
            all.AddRange(page.Services);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
