using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.SubmitApplication;

/// <summary>What an application must say (申请校验): the form by the printed list, and what comes beside it.</summary>
internal static class SubmitValidation
{
    private const int MostMissing = 10;

    private static readonly FreeText MissingItem = new("commitment.missing", "缺少的材料或手续", Presence.Required, length: 100);
    private static readonly FreeText PlaceEvidence = new("place_evidence", "登记地核实情况", Presence.Optional, length: 100);

    /// <summary>Every fault, by ministry code or field name; empty for a valid request.</summary>
    public static List<FieldError> Faults(SubmitApplicationRequest request, Dictionary<string, string> fields, ICodeTables codes, DateOnly today)
    {
        var table = request.Channel.Stated() == ApplicationChannel.MinistryPlatform ? FieldRules.Application : FieldRules.LocalApplication;
        var faults = table.Validate(fields, codes, today).Select(fault => new FieldError(fault.Code, fault.Message)).ToList();
        if (!Enum.IsDefined(request.Channel))
        {
            faults.Add(new("channel", "请从接口定义的登记渠道中选择"));
        }

        // 39号 附件1 二、三: somebody at an office takes these in and answers for it.
        faults.AddRange(HandledBy.Faults(request.Handling, operatorRequired: request.Channel is
            ApplicationChannel.Counter or ApplicationChannel.SocialInsurance or ApplicationChannel.Entrusted));
        if (request.Commitment is { } commitment)
        {
            faults.AddRange(Faults(commitment, today));
        }

        faults.AddRange(PlaceFaults(request, fields.GetValueOrDefault("ADC221")));
        return faults;
    }

    private static IEnumerable<FieldError> Faults(Commitment commitment, DateOnly today)
    {
        if (commitment.Missing.Count is 0 or > MostMissing)
        {
            yield return new("commitment.missing", $"请列明承诺补齐的材料或手续，1 至 {MostMissing} 项；不缺材料的，不填写承诺");
        }

        foreach (var fault in commitment.Missing.SelectMany(MissingItem.Faults).Distinct())
        {
            yield return fault;
        }

        if (commitment.SignedOn is not { } signed || !signed.IsDay() || signed.ToDay() > today)
        {
            yield return new("commitment.signed_on", "请填写签署承诺的日期，今天或以前");
        }
    }

    private static IEnumerable<FieldError> PlaceFaults(SubmitApplicationRequest request, string? placeType)
    {
        if (!Enum.IsDefined(request.Place))
        {
            yield return new("place", "请从接口定义的登记地类型中选择");
        }
        else if ((request.Place, placeType) is (RegistrationPlace.Household, not "1") or (RegistrationPlace.Residence, not "2"))
        {
            yield return new("place", "登记地与登记失业地类型（ADC221）不一致，请更正其中一项");
        }

        foreach (var fault in PlaceEvidence.Faults(request.PlaceEvidence))
        {
            yield return fault;
        }
    }
}
