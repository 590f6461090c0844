using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Placements.SignContract;

/// <summary>Checks a request to sign (签约校验): alone, and against its post.</summary>
internal static class SigningChecks
{
    private const int LongestName = 50;
    private const int LongestBank = 100;
    private const int PhoneDigits = 11;

    /// <summary>Alone (单项校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(SignContractRequest request, DateOnly today)
    {
        var faults = new RequestFaults()
            .Demand(
                request.CandidacyId.Length > 0 != request.TakenOver is not null, "candidacy_id",
                "请填写公示无异议的人选标识，或填写存量在岗人员，两种方式选一种")
            .Demand(request.Contract != ContractKind.Unspecified && Enum.IsDefined(request.Contract), "contract", "请选择签订的合同或协议类别");
        faults.PastDay(request.StartedOn, "started_on", "请填写上岗日期，不晚于今天", today)
            .Demand(request.Phone.Length == 0 || IsPhone(request.Phone), "AAC067", "手机号码应为 11 位数字，请核对")
            .Text(request.BankName, "bank_name", LongestBank, required: false);
        PostFields.Account(faults, request.BankAccount);
        if (request.CandidacyId.Length > 0)
        {
            _ = faults.Id(request.CandidacyId, "candidacy_id", "人选标识应为报名时返回的 UUID，请从人选清单查询后填写");
        }

        if (request.TakenOver is { } person)
        {
            Demand(faults, person, request.StartedOn?.IsDay() == true ? request.StartedOn.ToDay() : today, today);
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
    }

    /// <summary>Against the post (与岗位核对): what is signed, who is paid, whom Registration can reach.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static void Demand(SignContractRequest request, Post post, string? phone)
    {
        var isRural = post.Kind == PostKind.Rural;
        new RequestFaults()
            .Demand(
                request.Contract == ContractKind.VillageAgreement == isRural, "contract",
                isRural ? "乡村公益性岗位由村（社区）签订聘用协议，请选择聘用协议" : "城镇公益性岗位请选择劳动合同、用工协议或劳务协议")
            .Demand(
                request.BankAccount.Length > 0 == isRural, "bank_account",
                isRural ? "乡村公益性岗位补贴发给本人，请填写本人账号" : "城镇公益性岗位补贴拨付给用人单位，请不要填写个人账号")
            .Demand(request.BankName.Length > 0 == isRural, "bank_name", isRural ? "请填写本人账号的开户银行" : "城镇公益性岗位请不要填写个人开户银行")
            .Demand(IsPhone(request.Phone.Length > 0 ? request.Phone : phone ?? ""), "AAC067", "办理就业登记需要 11 位手机号码，请填写")
            .ThrowIfAny();
    }

    private static void Demand(RequestFaults faults, TakenOverPerson person, DateOnly started, DateOnly today)
    {
        _ = faults.Id(person.PostId, "taken_over.post_id", "岗位标识应为 UUID，请从岗位清单查询后填写");
        faults.Text(person.Name, "AAC003", LongestName)
            .Demand(person.Group != HardshipGroup.Unspecified && Enum.IsDefined(person.Group), "taken_over.group", "请按档案选择安置对象群体")
            .Demand(person.Ordinal is 1 or 2, "taken_over.ordinal", "请填写第几次安置：1 或 2")
            .Demand(
                person.FormerRetirementAge == FormerRetirementAge.Unspecified || (Enum.IsDefined(person.FormerRetirementAge) && person.RetirementSource.Length > 0),
                "taken_over.retirement_source", "填写原法定退休年龄时，请同时填写依据材料")
            .Text(person.RetirementSource, "taken_over.retirement_source", required: false);
        PostFields.IdNumber(faults, person.IdNumber);
        faults.PastDay(person.FirstApprovedOn, "taken_over.first_approved_on", "请填写初次核定享受补贴之日，不晚于今天", today).Demand(
            person.AgreedUntil is null || (person.AgreedUntil.IsDay() && person.AgreedUntil.ToDay() >= started),
            "taken_over.agreed_until", "原合同（协议）期满日应不早于上岗日期，没有时请留空");
    }

    private static bool IsPhone(string text) => text.Length == PhoneDigits && text.All(char.IsAsciiDigit);
}
