using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Employments;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments.RegisterEmployment;

/// <summary>Registers a person's employment (办理就业登记) and announces it, once it is decided.</summary>
internal sealed class EmploymentOpening(
    RegistrationDbContext database, People people, HardshipStanding hardship, PersonalDataProtector protector)
{
    /// <summary>The person of the form and the rows under which they were known before, held until the transaction ends.</summary>
    public async Task<(Person Person, IReadOnlyList<Person> Others)> KnowAsync(SubmittedEmployment form, CancellationToken cancellation)
    {
        var person = await people.KnowAsync(await people.CompleteAsync(form.Person, cancellation), cancellation);
        return (person, await people.HoldOthersAsync(person, cancellation));
    }

    /// <summary>Lets the person go unchanged (撤回): nothing is kept of an employment that policy does not allow.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await database.Database.RollbackTransactionAsync(cancellation);
        database.ChangeTracker.Clear();
    }

    /// <summary>Whether this office may register this employment (受理权限).</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// PERMISSION_DENIED when neither the workplace nor the person's live registration is of the caller's division;
    /// FAILED_PRECONDITION when the person already works for this employer.
    /// </exception>
    public async Task DemandAsync(
        SubmittedEmployment form, IEnumerable<Person> person, UnemploymentRegistration? live, Caller caller, CancellationToken cancellation)
    {
        if (live is null || !caller.MaySee(live.Division))
        {
            caller.DemandDivision(form.Division);
        }

        var employer = form.Employer(protector);
        var ids = person.Select(same => same.Id).ToArray();
        if (await database.Employments.AnyAsync(e => ids.Contains(e.PersonId) && e.Employer == employer && e.EndedOn == null, cancellation))
        {
            throw RpcErrors.FailedPrecondition("ALREADY_EMPLOYED_THERE", "该人员在同一单位的就业登记尚未终止，不能重复登记；如已离职，请先终止原就业登记");
        }
    }

    /// <summary>Adds the employment and its event to the context.</summary>
    public async Task<StoredEmployment> OpenAsync(
        SubmittedEmployment form, Person person, bool wasUnemployed, Decision<EmploymentEffect> decision, HandledBy by, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(by.At);
        var inHardship = await hardship.IsRecognisedAsync(person.Id, today, cancellation);
        var employment = form.ToEmployment(person.Id, protector, wasUnemployed, inHardship, by.Division, decision);
        employment.Begin(by);
        database.Add(employment);
        database.Publish(Announce(employment, form, today));
        return employment;
    }

    private static EmploymentRegistered Announce(StoredEmployment employment, SubmittedEmployment form, DateOnly registeredOn) => new()
    {
        EmploymentId = employment.Id,
        PersonId = employment.PersonId,
        Division = employment.Division,
        Urban = employment.Urban,
        Type = EmploymentForms.Text(employment.Type),
        Manner = EmploymentForms.Text(employment.Manner),
        EmployedOn = employment.EmployedOn,
        Basis = EmploymentForms.Text(employment.Basis),
        RegisteredOn = registeredOn,
        EmployerCode = employment.Manner == Contracts.Registration.V1.EmploymentManner.IndividualBusiness ? "" : employment.EmployerCode ?? "",
        Sector = EmploymentForms.Text(employment.Sector),
        Industry = employment.Industry ?? "",
        WasRegisteredUnemployed = employment.WasRegisteredUnemployed,
        WasInHardship = employment.WasInHardship,
        Sex = form.Person.Sex,
        BirthYear = form.BirthDate!.Value.Year,
    };
}
