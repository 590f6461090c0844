using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments;

/// <summary>Employments as callers see them (就业登记应答).</summary>
internal static class EmploymentAnswers
{
    /// <summary>The employment as registered, its personal fields masked unless the caller may see them (脱敏).</summary>
    public static Employment AnswerTo(this StoredEmployment employment, Caller caller)
    {
        var fields = FormJson.Read(employment.Form);
        return new Employment
        {
            EmploymentId = employment.Id.ToString(),
            PersonId = employment.PersonId.ToString(),
            Form = EmploymentForms.Write(caller.SeesPersonalData() ? fields : Mask(fields)),
            WasRegisteredUnemployed = employment.WasRegisteredUnemployed,
            WasInHardship = employment.WasInHardship,
            EndedOn = employment.EndedOn?.ToContract(),
        };
    }

    // A business of one's own and what one does on one's own account may bear one's name, and its address may be one's home.
    private static Dictionary<string, string> Mask(Dictionary<string, string> fields)
    {
        var masked = FormMasking.Mask(fields);
        masked.Remove("birth_date");
        if (fields["manner"] is "individual_business" or "flexible")
        {
            masked.Remove("employer_name");
            masked.Remove("employer_address");
        }

        return masked;
    }
}
