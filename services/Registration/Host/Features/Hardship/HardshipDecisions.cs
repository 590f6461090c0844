using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Hardship;
using Wenye.Registration.Forms;
using HardshipCategory = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship;

/// <summary>registration.hardship on what the register knows and what was supplied (就业困难人员认定).</summary>
internal sealed class HardshipDecisions(ParameterSet parameters, RegistrationDbContext database)
{
    /// <summary>Decides as of a day (认定).</summary>
    /// <param name="registration">The registration it goes with.</param>
    /// <param name="category">The category asked for.</param>
    /// <param name="cityCategory">The city's name of it; empty for the others.</param>
    /// <param name="evidence">All evidence so far; the last of a fact counts.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<Decision<HardshipTerms>> DecideAsync(
        UnemploymentRegistration registration, HardshipCategory category, string cityCategory,
        IReadOnlyList<StoredEvidence> evidence, DateOnly today, CancellationToken cancellation)
    {
        var application = await database.Applications.AsNoTracking().SingleAsync(a => a.Id == registration.ApplicationId, cancellation);
        var pensionSince = await database.People.Where(p => p.Id == registration.PersonId).Select(p => p.PensionSince).SingleAsync(cancellation);
        var given = evidence.GroupBy(one => one.Fact).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
        given["category"] = Term<HardshipCategory>.Text(category);
        if (cityCategory.Length > 0)
        {
            given["city_category"] = cityCategory;
        }

        given["registered_unemployed"] = Text(registration.CancelledOn is null);
        AddFromForm(given, application);

        // Who was registered drew no pension then; since, the insurer says so.
        given.TryAdd("receives_pension", Text(pensionSince <= today));
        if (application.Missing is null || application.SuppliedOn is not null)
        {
            given.TryAdd("commitment_broken", Text(false));
        }

        var facts = HardshipFacts.Read(new FactSet(new DataNode.Map(given.ToDictionary(
            fact => fact.Key, DataNode (fact) => new DataNode.Scalar(fact.Value), StringComparer.Ordinal))));
        return HardshipRecognition.Decide(facts, parameters.At(Division.Parse(registration.Division), today));
    }

    // The reviewed form stands before evidence: it was checked when the person was registered.
    private static void AddFromForm(Dictionary<string, string> given, StoredApplication application)
    {
        var fields = FormJson.Read(application.Form);
        given["unemployed_since"] = Text(DateOnly.ParseExact(fields["AJC090"], "yyyyMMdd", CultureInfo.InvariantCulture));
        if (SubmittedForm.Of(application).BirthDate is { } birth)
        {
            given["birth_date"] = Text(birth);
        }

        if (fields["AAC004"] is "1" or "2")
        {
            given["sex"] = Term<Sex>.Text(fields["AAC004"] == "1" ? Sex.Male : Sex.Female);
        }
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
