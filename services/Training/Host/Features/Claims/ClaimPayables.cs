using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Courses;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>Hands a reviewed claim over to payment (转入拨付), made public first, 55号 第十四条.</summary>
/// <remarks>Subsidies come from the special account (55号 第三条, 11号 四), living allowances from the employment fund (11号 三, 72号 三(二)).</remarks>
internal sealed class ClaimPayables(Payables payables)
{
    /// <summary>Makes what the claim was granted payable in the context's open transaction (登记); of living allowances each line by itself.</summary>
    public async Task AddAsync(Claim claim, LineBasis basis, HandledBy by, IReadOnlyDictionary<Guid, string> names, CancellationToken cancellation)
    {
        var paid = claim.Lines.Where(line => line.Pays).OrderBy(line => line.Line).ToList();
        if (paid.Count == 0)
        {
            return;
        }

        if (claim.Kind == ClaimKind.LivingAllowance)
        {
            var ids = await payables.AddAsync([.. paid.Select(line => OfLine(claim, line, basis, names[line.TraineeId]))], by, cancellation);
            foreach (var (line, id) in paid.Zip(ids))
            {
                line.PayableId = id;
            }

            return;
        }

        claim.PayableId = (await payables.AddAsync([OfClaim(claim, basis, paid[0])], by, cancellation))[0];
        paid.ForEach(line => line.PayableId = claim.PayableId);
    }

    private static NewPayable OfClaim(Claim claim, LineBasis basis, ClaimLine first) => new(
        BenefitOf(claim.Kind), claim.Id, claim.CreditCode ?? first.TraineeId.ToString(), claim.ClaimantName, claim.BankAccount ?? "", claim.BankName ?? "",
        Fund.SkillsSpecialAccount, PoolOf(claim, first, basis), claim.Division, claim.AmountFen, NeedsPublicity: true);

    private static NewPayable OfLine(Claim claim, ClaimLine line, LineBasis basis, string name) => new(
        BenefitOf(claim.Kind), line.Id, line.TraineeId.ToString(), name, line.BankAccount ?? claim.BankAccount ?? "", line.BankName ?? claim.BankName ?? "",
        Fund.EmploymentSubsidy, PoolOf(claim, line, basis), claim.Division, line.AmountFen, NeedsPublicity: true);

    // 11号 三、四  由参加培训人员户籍所在地县（市、区）人力资源社会保障部门: its own money; else the city's.
    private static string PoolOf(Claim claim, ClaimLine line, LineBasis basis) =>
        LineDecisions.HouseholdCountyPays(line, basis) ? claim.Division : Catalogue.CityOf(Division.Parse(claim.Division));

    private static string BenefitOf(ClaimKind kind) => kind switch
    {
        ClaimKind.AppraisalSubsidy => "training.appraisal_subsidy",
        ClaimKind.LivingAllowance => "training.living_allowance",
        ClaimKind.OnlinePlatform => "training.online_platform",
        _ => "training.subsidy",
    };
}
