using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Judges rows by what the registers say of their people and numbers (登记状态核查), all of a chunk in one look, and takes them.</summary>
internal sealed class RowJudge(StatusRecords records, SerialNumbers serials, RegistrationDecisions decisions, PersonalDataProtector protector)
{
    /// <summary>What the registers say of the good rows of a chunk (核查), in their order.</summary>
    public Task<IReadOnlyList<PersonStatus>> LookAsync(IReadOnlyList<ImportRow> rows, HandledBy by)
    {
        var today = ChinaTime.DayOf(by.At);
        return records.OfAllAsync([.. rows.Where(row => row.Good is not null).Select(row => row.Good!.Asked with { Today = today })]);
    }

    /// <summary>Judges a chunk by that (逐行认定), and takes what is without fault.</summary>
    public async Task<IReadOnlyList<JudgedRow>> JudgeAsync(
        IReadOnlyList<ImportRow> rows, IReadOnlyList<PersonStatus> found, ApplicationChannel channel, HandledBy by, CancellationToken cancellation)
    {
        using var statuses = found.GetEnumerator();
        var (people, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var judged = new List<JudgedRow>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Good is not { } good)
            {
                judged.Add(new(row, row.Faults));
                continue;
            }

            statuses.MoveNext();
            var (status, number) = (statuses.Current, good.Asked.Number);
            if (FaultOf(status) is { } fault)
            {
                judged.Add(new(row, [fault]));
            }
            else if (number is not null && !numbers.Add(number))
            {
                judged.Add(new(row, [new("ADC201", "该失业登记申请编号在文件中重复，前一行已受理，请核对编号")]));
            }
            else if (!people.Add(status.Person?.ToString() ?? Convert.ToHexString(good.Asked.Applicant)))
            {
                judged.Add(new(row, [new("AAC044", "该人员在文件中重复，前一行已受理，请核对证件号码")]));
            }
            else
            {
                judged.Add(new(row, [], await TakeAsync(good, status, channel, by, cancellation)));
            }
        }

        return judged;
    }

    private async ValueTask<StoredApplication> TakeAsync(
        GoodRow row, PersonStatus status, ApplicationChannel channel, HandledBy by, CancellationToken cancellation)
    {
        var (form, today) = (row.Form, ChinaTime.DayOf(by.At));
        var eligibility = status.Standing == PersonStanding.Unknown && row.Asked.Today == today
            ? row.Eligibility
            : decisions.Eligibility(form, today, status.Standing).Sealed(protector);
        var application = form.ToApplication(
            await serials.NextAsync(cancellation), protector, eligibility, decisions.ReviewDeadline(form.Division, today), new Intake(channel));
        application.Receive(by);
        return application;
    }

    private static FieldError? FaultOf(PersonStatus status) => ApplicationConflicts.Of(status) is { } conflict
        ? new FieldError(status.NumberIsTaken ? "ADC201" : "AAC044", conflict.Status.Detail)
        : null;
}
