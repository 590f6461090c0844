using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.CancelRegistration;

/// <summary>What the end of a registration must say (注销校验): the rows of 人社厅发〔2020〕79号 附件 二(一) that the office fills.</summary>
internal static class CancellationRules
{
    private static readonly string[] Filled = ["AAC002", "ADC210", "AJC00A", "AAE011", "AAE013"];

    // The sex is no row of the list; the social security number must agree with it.
    private static readonly FieldTable Rows = new(
        FieldRules.Deregistration.Source, FieldRules.Deregistration.Name, dayField: "ADC210",
        [
            .. FieldRules.Deregistration.Rows.Where(row => Filled.Contains(row.Code)),
            new FieldRule("AAC004", "性别", Presence.Optional, FieldFormat.C(1)),
        ]);

    private static readonly FreeText Grounds = new("grounds", "知晓并核实情况", Presence.Required, length: 200);

    // 39号 二(一)  符合第1、2、3类情形的，在办理就业登记时…注销失业登记; 79号 附件二(二) 14 公益性岗位安置
    private static readonly string[] IntoWork = ["11", "12", "13", "14"];

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(
        CancelRegistrationRequest request, UnemploymentRegistration registration, PersonDetails person, ICodeTables codes, DateOnly today)
    {
        var faults = Faults(request, registration, person, codes, today).ToList();
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }

    /// <summary>社会保障号码 for the exit record: what the person's forms told, else the resident id, else what the request says.</summary>
    public static string? SocialSecurityNumberOf(PersonDetails person, CancelRegistrationRequest request) =>
        person.SocialSecurityNumber
        ?? (ResidentId.TryParse(person.IdDocumentNumber, out _) ? person.IdDocumentNumber : null)
        ?? (request.SocialSecurityNumber.Length == 0 ? null : request.SocialSecurityNumber);

    private static IEnumerable<FieldError> Faults(
        CancelRegistrationRequest request, UnemploymentRegistration registration, PersonDetails person, ICodeTables codes, DateOnly today)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AAC002"] = SocialSecurityNumberOf(person, request) ?? "",
            ["AAC004"] = person.Sex,
            ["ADC210"] = request.CancelledOn is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}{day.Month:00}{day.Day:00}") : "",
            ["AJC00A"] = request.ReasonCode,
            ["AAE011"] = request.Handling?.Operator ?? "",
            ["AAE013"] = request.Handling?.Remarks ?? "",
        };
        var faults = Rows.Validate(fields, codes, today).Select(fault => new FieldError(fault.Code, fault.Message))
            .Concat(Grounds.Faults(request.Grounds))
            .Concat(HandledBy.Faults(request.Handling, operatorRequired: false).Where(fault => fault.Field == "office_id"));
        foreach (var fault in faults)
        {
            yield return fault;
        }

        if (IntoWork.Contains(request.ReasonCode))
        {
            yield return new("AJC00A", "因就业注销的，请办理就业登记（EmploymentService.RegisterEmployment），登记就业时自动注销失业登记");
        }

        if (request.CancelledOn is { } on && on.IsDay() && on.ToDay() < registration.RegisteredOn)
        {
            yield return new("ADC210", "注销失业登记时间早于登记日期，请核对后重新填写");
        }
    }
}
