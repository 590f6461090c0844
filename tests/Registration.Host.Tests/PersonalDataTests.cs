using System.Text;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>What identifies a person is not readable in the database, by whoever holds a backup.</summary>
public sealed class PersonalDataTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task No_table_holds_personal_text_in_clear()
    {
        var person = Applications.NewPerson();
        var form = Applications.Form(person);
        form.OtherContact = "虚构联系人";
        var intake = fixture.Agency("370102", "intake");
        var reviewer = fixture.Agency("370102", "reviewer");
        var id = (await intake.Client.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        await reviewer.Client.ReviewApplicationAsync(Applications.Approve(id));

        var rows = await fixture.ReadAsync<string>(
            """
            select concat(
                (select string_agg(a::text, ' ') from application a where id = $1),
                (select string_agg(s::text, ' ') from application_step s where application_id = $1),
                (select string_agg(r::text, ' ') from registration r where application_id = $1),
                (select string_agg(p::text, ' ') from person p),
                (select string_agg(h::text, ' ') from handled_request h where caller = any($2)),
                (select string_agg(o::text, ' ') from outbox o))
            """,
            Guid.Parse(id),
            new[] { intake.Id, reviewer.Id });

        string[] secrets =
        [
            person.Name, person.ResidentId, person.Phone, form.Email, form.OtherContact, form.Remarks,
            form.HouseholdAddress, form.ResidenceAddress,
        ];
        foreach (var secret in secrets)
        {
            rows.ShouldNotContain(secret);
            // bytea prints as hexadecimal: the same text, unencrypted.
            rows.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), Case.Insensitive);
        }
    }

    [Fact]
    public async Task The_same_person_is_found_again_by_a_keyed_hash()
    {
        var intake = fixture.Agency("370102", "intake");
        var rivals = await Applications.RivalsAsync((intake, "370102"), (intake, "370102"));

        var hashes = await fixture.ReadAsync<long>(
            "select count(distinct applicant) from application where id = any($1)", rivals.Select(Guid.Parse).ToArray());

        hashes.ShouldBe(1);
    }
}
