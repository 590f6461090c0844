using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>Firms in difficulty: the departments review them together.</summary>
public sealed class JointReviewTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    private static readonly Department[] Departments =
        [Department.HumanResources, Department.Finance, Department.DevelopmentReform, Department.Industry, Department.Tax];

    [Fact]
    public async Task When_all_departments_agree_the_firm_is_payable()
    {
        var office = await fixture.NewOfficeAsync();
        var refund = await UnderReviewAsync(office);
        refund.AmountFen.ShouldBe(6 * 155_700L * 24);

        foreach (var department in Departments)
        {
            refund.State.ShouldBe(RefundState.UnderReview);
            refund = await OpinionAsync(office, refund, department);
        }

        refund.State.ShouldBe(RefundState.Payable);
        refund.PayableId.ShouldNotBeEmpty();
        refund.Opinions.Select(opinion => opinion.Department).ShouldBe(Departments);
    }

    [Fact]
    public async Task When_one_does_not_agree_the_case_ends_with_its_reason()
    {
        var office = await fixture.NewOfficeAsync();
        var refund = await UnderReviewAsync(office);

        refund = await OpinionAsync(office, refund, Department.Tax, agrees: false, "营业收入与申报不符");

        refund.State.ShouldBe(RefundState.Refused);
        refund.PayableId.ShouldBeEmpty();
        refund.Opinions.ShouldHaveSingleItem().Text.ShouldBe("营业收入与申报不符");
        (await office.Portal.GetRefundCaseAsync(new() { CaseId = refund.CaseId })).RefundCase.Opinions.ShouldHaveSingleItem().Text.ShouldBeEmpty();
        var late = await RefundOffice.RefusedAsync(() => OpinionAsync(office, refund, Department.Finance));
        late.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task A_department_speaks_once()
    {
        var office = await fixture.NewOfficeAsync();
        var refund = await UnderReviewAsync(office);
        await OpinionAsync(office, refund, Department.Finance);

        var twice = await RefundOffice.RefusedAsync(() => OpinionAsync(office, refund, Department.Finance));

        twice.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task A_refusal_without_reason_and_an_unknown_department_are_told_together()
    {
        var office = await fixture.NewOfficeAsync();
        var refund = await UnderReviewAsync(office);

        var wrong = await RefundOffice.RefusedAsync(async () => await office.Reviewer.RecordOpinionAsync(new() { RequestId = RefundOffice.NewId(), CaseId = refund.CaseId }));

        wrong.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        var fields = wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field);
        fields.ShouldBe(["department", "text", "AAE011"]);
    }

    [Fact]
    public async Task The_portal_has_no_opinion()
    {
        var office = await fixture.NewOfficeAsync();
        var refund = await UnderReviewAsync(office);

        var refused = await RefundOffice.RefusedAsync(async () => await office.Portal.RecordOpinionAsync(
            new() { RequestId = RefundOffice.NewId(), CaseId = refund.CaseId, Department = Department.Tax, Agrees = true, Handling = RefundOffice.By }));

        refused.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<RefundCase> UnderReviewAsync(RefundOffice office)
    {
        var code = await office.NewFirmAsync(accounts: year2019 =>
        {
            year2019.ProfitFen = -1_000_000;
            year2019.RevenueFen = 350_000_000;
        });
        await office.ImportAsync(
            new FirmDataRow { Finance = new() { CreditCode = code, Year = 2018, RevenueFen = 700_000_000, ProfitFen = -5, AssetsFen = 400_000_000, LiabilitiesFen = 200_000_000, Employees = 24 } });
        await office.OpenAsync(await office.ScreenAsync(new(2020, 4, 1), RefundKind.Difficult));
        return (await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(await office.CaseOfAsync(code)))).RefundCase;
    }

    private static async Task<RefundCase> OpinionAsync(RefundOffice office, RefundCase refund, Department department, bool agrees = true, string text = "") =>
        (await office.Reviewer.RecordOpinionAsync(
            new() { RequestId = RefundOffice.NewId(), CaseId = refund.CaseId, Department = department, Agrees = agrees, Text = text, Handling = RefundOffice.By })).RefundCase;
}
