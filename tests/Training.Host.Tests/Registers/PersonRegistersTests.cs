using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;
using Wenye.Training.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Registers;

/// <summary>Training asks the real Registration about people, in batches, and says so when it cannot.</summary>
public sealed class PersonRegistersTests(TrainingFixture fixture)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_registers_say_comes_in_the_order_asked_across_batches()
    {
        var (unemployed, hard, employed) = (People.New(), People.New(), People.New());
        await fixture.Registration.RegisterUnemployedAsync(unemployed);
        await fixture.Registration.RecogniseHardshipAsync(await fixture.Registration.RegisterUnemployedAsync(hard));
        await fixture.Registration.EmployAsync(employed, People.EmployerCode);
        var strangers = Enumerable.Range(0, 2345).Select(i => SyntheticPeople.Person(8_000_000 + i).ResidentId);

        var found = await Registers(fixture.Service).LookUpAsync([employed.ResidentId, .. strangers, hard.ResidentId, unemployed.ResidentId], Cancellation);

        found.Count.ShouldBe(2348);
        found[0].Employments.Single().EmployerCode.ShouldBe(People.EmployerCode);
        found.Skip(1).Take(2345).ShouldAllBe(status => status.PersonId.Length == 0);
        found[2346].HardshipCategories.ShouldBe(["HARDSHIP_CATEGORY_ZERO_EMPLOYMENT_FAMILY"]);
        found[2347].UnemployedSince.ShouldBe(new() { Year = 2020, Month = 8, Day = 10 });
        found[2347].HardshipCategories.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_Registration_nobody_is_checked_and_the_caller_may_repeat()
    {
        var settings = fixture.Settings();
        settings["services:registration:http:0"] = "http://registration.invalid";
        await using var alone = new ServiceUnderTest<TrainingDbContext>(settings).Start();

        var error = await Should.ThrowAsync<RpcException>(() => Registers(alone).LookUpAsync([People.New().ResidentId], Cancellation));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        error.Reason().ShouldBe("REGISTRATION_UNAVAILABLE");
    }

    [Fact]
    public async Task A_replica_that_is_down_is_passed_over()
    {
        var settings = fixture.Settings();
        (settings["services:registration:http:0"], settings["services:registration:http:1"]) = ("http://registration.invalid", fixture.Registration.Address.ToString());
        await using var service = new ServiceUnderTest<TrainingDbContext>(settings).Start();

        (await Registers(service).LookUpAsync([People.New().ResidentId], Cancellation)).ShouldBe([new RegisteredStatus()]);
    }

    private static PersonRegisters Registers(ServiceUnderTest<TrainingDbContext> service) => service.Services.GetRequiredService<PersonRegisters>();
}
