using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Institutions.FileInstitution;

/// <summary>What is wrong with a filing (备案校验).</summary>
internal static class FilingChecks
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(FileInstitutionRequest request, InstitutionFields fields)
    {
        var faults = new RequestFaults()
            .Demand(request.Kind != InstitutionKind.Unspecified && Enum.IsDefined(request.Kind), "kind", "请从接口定义的培训主体种类中选择");
        fields.Place(faults, request.Division);
        faults
            .Demand(request.Code.Length == 0 || InstitutionCodes.IsCode(request.Code), "code", "培训主体代码应为 4 位数字，0001 至 9999；留空由系统赋码")
            .Demand(
                UnifiedSocialCreditCode.TryParse(request.CreditCode, out _), "credit_code", "统一社会信用代码应为 18 位且校验码正确，字母大写，请按登记证照核对");
        InstitutionFields.Text(faults, request.Name, "name");
        InstitutionFields.Text(faults, request.BankName, "bank_name", required: false);
        faults
            .Demand(
                request.BankAccount.Length <= 40 && request.BankAccount.All(char.IsAsciiLetterOrDigit), "bank_account", "账号应为不超过 40 位的数字或字母，没有时请留空")
            .Demand(request.Platform is null || request.Kind == InstitutionKind.OnlinePlatform, "platform", "遴选条件只对线上平台填写，其他培训主体请留空")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
            .ThrowIfAny();
    }
}
