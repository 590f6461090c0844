using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Training.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The third act goes on: the institution claims for both, one is granted and paid after its publicity, the other refused by clause.</summary>
internal static class ClaimDemo
{
    private const string City = "370100";
    private const string County = "370102";

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    public static async Task<bool> RunAsync(
        RunningSystem system, Agency office, Agency reviewer, Agency portal, string institution, string classId, OccupationLevel occupation, ApplicationForm paidBefore)
    {
        var claiming = new ClaimService.ClaimServiceClient(portal.Invoker);
        var reviewing = new ClaimService.ClaimServiceClient(reviewer.Invoker);

        Step("归集历史补贴：其中一人本年已就同一职业同一等级享受过补贴");
        var before = system.Clock.Today.AddMonths(-3);
        await reviewing.RecordPriorSubsidiesAsync(
            new()
            {
                RequestId = NewRequestId(), Division = County, Handling = Officer("测复核"),
                Subsidies =
                {
                    new PriorSubsidy
                    {
                        Person = new() { Name = paidBefore.Name, IdNumber = paidBefore.IdDocumentNumber }, Kind = ClaimKind.TrainingSubsidy, Occupation = occupation, PaidOn = Of(before),
                    },
                },
            },
            reviewer.Headers);
        Line($"享受日期 {before:yyyy-MM-dd}");

        Step("培训机构代领职业培训补贴：逐人逐证认定，平台自行核验报名、证书和登记信息（55号 第十二条、附件1）");
        var claim = await SubmitAsync(claiming, portal, institution, classId);
        foreach (var line in claim.Lines.Where(line => line.MissingFacts.Count > 0))
        {
            Line($"第 {line.Line} 行 {line.Name}，待补正：{string.Join("、", line.MissingFacts)}");
        }

        var reviewed = await reviewing.ReviewClaimAsync(new() { RequestId = NewRequestId(), ClaimId = claim.Claim.ClaimId, Handling = Officer("测复核") }, reviewer.Headers);
        var read = await reviewing.GetClaimAsync(new() { ClaimId = claim.Claim.ClaimId }, reviewer.Headers);
        foreach (var line in read.Lines)
        {
            Line($"第 {line.Line} 行 {line.Name}：{line.Outcome}，{StabilizationDemo.Yuan(line.AmountFen)} 元");
            Show(line.Decisions.Single(decision => decision.Program == "training.subsidy"));
        }

        return reviewed.Claim is { Granted: 1, Refused: 1 } && await PayAsync(system, office, reviewer, reviewed.Claim.PayableId);
    }

    private static async Task<SubmitClaimResponse> SubmitAsync(ClaimService.ClaimServiceClient claiming, Agency portal, string institution, string classId)
    {
        var trainees = await new ClassService.ClassServiceClient(portal.Invoker).ListTraineesAsync(new() { ClassId = classId }, portal.Headers);
        var request = new SubmitClaimRequest
        {
            RequestId = NewRequestId(), Kind = ClaimKind.TrainingSubsidy, Channel = ClaimChannel.Institution, InstitutionId = institution, Handling = Officer("测机构"),
            Materials =
            {
                At(ClaimMaterial.AgencyAgreement, MaterialForm.Uploaded), At(ClaimMaterial.Invoice, MaterialForm.Uploaded),
                At(ClaimMaterial.ApplicationForm, MaterialForm.Uploaded),
            },
            Lines = { trainees.Enrolments.Select(one => new ClaimLine { EnrolmentId = one.EnrolmentId, Materials = { At(ClaimMaterial.Identity, MaterialForm.Uploaded) } }) },
        };
        return await claiming.SubmitClaimAsync(request, portal.Headers);
    }

    private static MaterialAtHand At(ClaimMaterial material, MaterialForm form) => new() { Material = material, Form = form };

    private static async Task<bool> PayAsync(RunningSystem system, Agency office, Agency reviewer, string payable)
    {
        Step("公示 5 个工作日，名单隐去部分证件号码（55号 第十四条），从职业技能提升行动专账拨付");
        return await new PayingAct(PaymentService.Descriptor, Fund.SkillsSpecialAccount, City).RunAsync(system, reviewer, "职业培训补贴公示", [payable], async list =>
        {
            var people = await new ClaimService.ClaimServiceClient(office.Invoker).ListPublicPersonsAsync(new() { PublicityId = list.PublicityId }, office.Headers);
            foreach (var person in people.Persons)
            {
                Line($"  {person.Name} {person.IdNumber} {StabilizationDemo.Yuan(person.AmountFen)} 元，{person.PayeeName}");
            }
        });
    }
}
