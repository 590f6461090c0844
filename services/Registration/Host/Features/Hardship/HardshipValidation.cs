using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.Registration.Domain.Applications;
using Wenye.ServiceDefaults;
using Category = Wenye.Registration.Domain.Hardship.HardshipCategory;

namespace Wenye.Registration.Features.Hardship;

/// <summary>What requests about recognitions must say (认定请求校验).</summary>
internal static class HardshipValidation
{
    // 39号 五(二)  对公示有异议的，应当进行调查核实
    private static readonly Clause Publicity = new("鲁人社字〔2020〕39号", "五(二)");

    private static readonly FieldTable Texts = new(Publicity, "认定办理", dayField: null,
    [
        new("objection", "异议内容", Presence.Optional, FieldFormat.C(200)),
        new("reason", "撤销原因", Presence.Optional, FieldFormat.C(200)),
        new("city_category", "市定类别名称", Presence.Optional, FieldFormat.C(50)),
    ]);

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with everything at fault.</exception>
    public static void Demand(ApplyForRecognitionRequest request, DateOnly today)
    {
        var faults = HardshipEvidence.Faults(request.Evidence, today).Concat(HandledBy.Faults(request.Handling, operatorRequired: false)).ToList();
        if (request.Category == HardshipCategory.Unspecified || !Enum.IsDefined(request.Category))
        {
            faults.Add(new FieldError("category", "请从接口定义的就业困难人员类别中选择"));
        }
        else if (request.Category == HardshipCategory.City)
        {
            faults.AddRange(TextFaults("city_category", request.CityCategory, "请填写市里公布的类别名称"));
        }
        else if (request.CityCategory.Length > 0)
        {
            faults.Add(new FieldError("city_category", "只有申请市定类别时才填写类别名称，请留空"));
        }

        faults.AddRange(Households.Faults(request.Household, (Category)request.Category));

        Demand(faults);
    }

    /// <inheritdoc cref="Demand(ApplyForRecognitionRequest, DateOnly)"/>
    public static void Demand(ReviewRecognitionRequest request, DateOnly today) =>
        Demand(HardshipEvidence.Faults(request.Evidence, today).Concat(Operator(request.Handling)));

    /// <summary>Whether the household that was told fits the recognition (户号校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with everything at fault.</exception>
    public static void Demand(HouseholdReference? household, Category category) => Demand(Households.Faults(household, category));

    /// <inheritdoc cref="Demand(ApplyForRecognitionRequest, DateOnly)"/>
    public static void Demand(RecordObjectionRequest request) => Demand(Operator(request.Handling).Concat(request.RecordCase switch
    {
        RecordObjectionRequest.RecordOneofCase.Objection => TextFaults("objection", request.Objection, "请填写异议内容"),
        RecordObjectionRequest.RecordOneofCase.Upheld => [],
        _ => [new FieldError("record", "请填写异议内容，或核实后异议是否成立")],
    }));

    /// <inheritdoc cref="Demand(ApplyForRecognitionRequest, DateOnly)"/>
    public static void Demand(ConfirmRecognitionRequest request) => Demand(Operator(request.Handling));

    /// <inheritdoc cref="Demand(ApplyForRecognitionRequest, DateOnly)"/>
    public static void Demand(RevokeRecognitionRequest request) =>
        Demand(Operator(request.Handling).Concat(TextFaults("reason", request.Reason, "请填写撤销原因")));

    private static IEnumerable<FieldError> Operator(Handling? handling) => HandledBy.Faults(handling, operatorRequired: true);

    private static IEnumerable<FieldError> TextFaults(string field, string text, string whenEmpty) => text.Length == 0
        ? [new FieldError(field, whenEmpty)]
        : Texts.Validate(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text }).Select(fault => new FieldError(fault.Code, fault.Message));

    private static void Demand(IEnumerable<FieldError> faults)
    {
        if (faults.ToList() is { Count: > 0 } all)
        {
            throw RpcErrors.InvalidArgument(all);
        }
    }
}
