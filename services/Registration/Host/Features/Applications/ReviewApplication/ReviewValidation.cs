using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.ReviewApplication;

/// <summary>What a review must say (审核结果校验), by the codes of 鲁人社字〔2020〕39号 附件5 四(二).</summary>
internal static class ReviewValidation
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming AAE540, AAE360, AAE011 and what else is at fault.</exception>
    public static void Demand(ReviewApplicationRequest request)
    {
        var faults = Faults(request).ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }

    private static IEnumerable<FieldError> Faults(ReviewApplicationRequest request)
    {
        if (request.ResultCase == ReviewApplicationRequest.ResultOneofCase.None)
        {
            yield return new FieldError("AAE540", "请填写审核结果：审核通过或审核不通过");
        }

        if (request.Approval?.BirthDate is { } birth && !birth.IsDay())
        {
            yield return new FieldError("approval.birth_date", "出生日期不是有效的日期，请核对年、月、日");
        }

        foreach (var fault in HandledBy.Faults(request.Handling, operatorRequired: true))
        {
            yield return fault;
        }

        if (request.Rejection is not { } rejection)
        {
            yield break;
        }

        if (rejection.Reason == RejectionReason.Unspecified || !Enum.IsDefined(rejection.Reason))
        {
            yield return new FieldError("rejection.reason", "请从接口定义的原因中选择审核不通过的原因");
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["AAE360"] = rejection.Explanation };
        foreach (var fault in FieldRules.Rejection.Validate(fields))
        {
            yield return new FieldError(fault.Code, fault.Message);
        }
    }
}
