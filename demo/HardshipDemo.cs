using System.Globalization;
using Wenye.Contracts.Registration.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>Someone in hardship (就业困难人员) of the fifth act.</summary>
/// <param name="Form">As registered.</param>
/// <param name="Category">认定类别.</param>
/// <param name="Evidence">What shows it.</param>
internal sealed record HardshipCase(ApplicationForm Form, HardshipCategory Category, params (string Fact, string Value)[] Evidence);

/// <summary>The fifth act begins: two people register as unemployed and are recognised as in hardship, after their publicity.</summary>
internal static class HardshipDemo
{
    /// <summary>Two new people made of a form: one of a family in which nobody works, and a man of 56 or 57.</summary>
    public static (HardshipCase Family, HardshipCase Older) People(ApplicationForm form, DateOnly today)
    {
        var (family, older) = (form.Clone(), form.Clone());
        SyntheticApplicant.Renew(family);
        SyntheticApplicant.Renew(older, today.AddYears(-58), days: 700);
        (family.Name, older.Name) = ("李试例", "赵试例");
        var born = DateOnly.ParseExact(older.IdDocumentNumber.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
        return (
            new(family, HardshipCategory.ZeroEmploymentFamily, ("zero_employment_family", "true")),
            new(older, HardshipCategory.Older, ("receives_pension", "false"), ("retirement_date", born.AddYears(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    /// <summary>Registers and recognises them; the system's day goes on to the end of the publicity.</summary>
    public static async Task<bool> RecogniseAsync(RunningSystem system, params IReadOnlyList<HardshipCase> people)
    {
        using var intake = await system.SignInAsync("intake");
        using var reviewer = await system.SignInAsync("reviewer");
        using var caseworker = await system.SignInAsync("caseworker");
        var reviewing = new HardshipService.HardshipServiceClient(reviewer.Invoker);

        Step("两名失业人员登记失业，申请认定就业困难人员（人社部发〔2020〕38号 二：认定与失业登记协同办理）");
        List<string> recognitions = [];
        Recognition? last = null;
        foreach (var person in people)
        {
            var registration = await RegisterAsync(intake, reviewer, person.Form);
            var applied = await new HardshipService.HardshipServiceClient(caseworker.Invoker).ApplyForRecognitionAsync(
                new()
                {
                    RequestId = NewRequestId(), RegistrationId = registration, Category = person.Category, Handling = Officer(),
                    Household = person.Category == HardshipCategory.ZeroEmploymentFamily ? new() { Division = "370102", Number = NewRequestId()[^9..] } : null,
                    Evidence = { person.Evidence.Select(one => new Evidence { Fact = one.Fact, Value = one.Value, Source = "虚构的比对结果", ObtainedOn = Of(system.Clock.Today) }) },
                },
                caseworker.Headers);
            var reviewed = await reviewing.ReviewRecognitionAsync(
                new() { RequestId = NewRequestId(), RecognitionId = applied.Recognition.RecognitionId, Handling = Officer("测复核") }, reviewer.Headers);
            Show(reviewed.Decision);
            last = reviewed.Recognition;
            recognitions.Add(last.RecognitionId);
        }

        if (last?.PublicisedTo is not { } end)
        {
            return false;
        }

        Step($"公示至 {Text(end)} 无异议后认定（鲁人社字〔2020〕39号 五(二)）；公示天数和有效期由各市确定，开发系统用虚构的数值");
        system.Clock.Set(From(end).AddDays(1));
        foreach (var id in recognitions)
        {
            var confirmed = (await reviewing.ConfirmRecognitionAsync(new() { RequestId = NewRequestId(), RecognitionId = id, Handling = Officer("测复核") }, reviewer.Headers)).Recognition;
            Line($"{confirmed.Category}：{confirmed.State}，有效至 {Text(confirmed.ExpiresOn)}");
        }

        return true;
    }

    private static async Task<string> RegisterAsync(Agency intake, Agency reviewer, ApplicationForm form)
    {
        var application = (await new RegistrationService.RegistrationServiceClient(intake.Invoker).SubmitApplicationAsync(
            new() { RequestId = NewRequestId(), Form = form, Channel = ApplicationChannel.Counter, Handling = Officer() }, intake.Headers)).Application;
        return (await new RegistrationService.RegistrationServiceClient(reviewer.Invoker).ReviewApplicationAsync(
            new()
            {
                RequestId = NewRequestId(), ApplicationId = application.ApplicationId, Handling = Officer(),
                Approval = new() { ReceivesPension = false, AbleToWork = true, Employed = false },
            },
            reviewer.Headers)).Application.RegistrationId;
    }
}
