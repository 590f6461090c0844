using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Checks a row alone (逐行校验), by the table of SubmitApplication.</summary>
internal sealed class RowReader(ICodeTableSource codes, RegistrationDecisions decisions, PersonalDataProtector protector, TimeProvider time)
{
    public ImportRow Read(ApplicationRow row, ApplicationChannel channel, Caller caller)
    {
        var today = ChinaTime.Today(time);
        var fields = FormFields.Read(row.Form ?? new ApplicationForm());
        var table = channel == ApplicationChannel.MinistryPlatform ? FieldRules.Application : FieldRules.LocalApplication;
        var faults = table.Validate(fields, codes.Current, today).Select(fault => new FieldError(fault.Code, fault.Message)).ToList();

        // A division that is none is a fault already.
        if (faults.TrueForAll(fault => fault.Field != "AAB301") && !caller.MaySee(fields["AAB301"]))
        {
            faults.Add(new("AAB301", "登记失业地不属于本机构的行政区划，请由当地机构导入"));
        }

        if (row.RegisteredOn is { } date && (!date.IsDay() || date.ToDay() > today))
        {
            faults.Add(new("registered_on", "原系统登记日期应为有效日期，且不晚于今天"));
        }

        return faults.Count > 0 ? new(row.Row, faults) : new(row.Row, [], Prepare(new SubmittedForm(fields), row.RegisteredOn?.ToDay(), today));
    }

    // Most people are not in the registers: what is decided of those needs no look, and stands ready when the look is done. Both texts
    // are encrypted here, beside the writing of the chunk before.
    private GoodRow Prepare(SubmittedForm form, DateOnly? registeredOn, DateOnly today)
    {
        form.Sealed(protector);
        return new(
            form, registeredOn, new(form.Applicant(protector), form.OtherDocument(protector), form.Number, today),
            decisions.Eligibility(form, today, PersonStanding.Unknown).Sealed(protector));
    }
}
