using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.RecordOpinion;

/// <summary>A department's opinion in the joint review (联合会审), 26号 四(一): all agree → payable, one does not → refused.</summary>
internal sealed class RecordOpinionHandler(
    StabilizationDbContext database, RefundCommit commit, RefundPayables payables, ParameterSet parameters, TimeProvider time)
{
    private const int TextLength = 500;

    public async Task<RecordOpinionResponse> HandleAsync(RecordOpinionRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        var (refund, firm) = await database.LoadCaseAsync(request.CaseId, caller, cancellation);
        if (await commit.FindAsync<RecordOpinionResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        refund.Demand(RefundState.UnderReview);
        var by = HandledBy.Of(request.Handling, caller, time);
        var policy = parameters.At(Division.Parse(refund.Division), ChinaTime.DayOf(by.At));
        Add(refund, request, JointReview.AskedFor(policy), by);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var review = JointReview.Decide(JointReviewFacts.Of(refund.Opinions.ToDictionary(o => (ReviewDepartment)o.Department, o => o.Agrees)), policy);
        if (review.Outcome == Outcome.Refused)
        {
            refund.MoveTo(RefundState.Refused, by, request.Text);
        }
        else if (review.Outcome == Outcome.Granted)
        {
            await payables.AddAsync([(refund, firm)], _ => true, by, cancellation);
            refund.MoveTo(RefundState.Payable, by, "会审部门一致同意");
        }

        var answer = new RecordOpinionResponse { RefundCase = refund.ToContract(firm, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private static void Add(RefundCase refund, RecordOpinionRequest request, IReadOnlyList<ReviewDepartment> asked, HandledBy by)
    {
        if (asked.Count == 0)
        {
            throw RpcErrors.FailedPrecondition("PARAMETER_MISSING", "文件没有规定本地联合会审的部门，请由运营方设定参数 stabilization.refund_review_departments 后再办理");
        }

        if (!asked.Contains((ReviewDepartment)request.Department))
        {
            throw RpcErrors.InvalidArgument("department", "该部门不在本地联合会审部门之列，请核对");
        }

        if (refund.Opinions.Any(opinion => opinion.Department == request.Department))
        {
            throw RpcErrors.FailedPrecondition("OPINION_GIVEN", "该部门已就本案提出会审意见，不能重复提出");
        }

        refund.Opinions.Add(new RefundOpinion
        {
            CaseId = refund.Id,
            Department = request.Department,
            Agrees = request.Agrees,
            Text = request.Text.Length > 0 ? request.Text : null,
            GivenAt = by.At,
            Agency = by.Agency,
            Operator = by.Operator,
        });
    }

    private static void Demand(RecordOpinionRequest request) => new RequestFaults()
        .Demand(
            request.Department != Department.Unspecified && Enum.IsDefined(request.Department), "department", "请从接口定义的会审部门中选择")
        .Demand(
            request.Text.Length <= TextLength && (request.Agrees || request.Text.Length > 0),
            "text", $"不同意返还时请写明理由，会审意见不超过{TextLength}个字符")
        .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
        .ThrowIfAny();
}
