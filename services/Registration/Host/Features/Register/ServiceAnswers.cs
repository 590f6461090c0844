using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register;

/// <summary>Services as callers see them (服务记录应答).</summary>
internal static class ServiceAnswers
{
    /// <summary>The record; its note is free text and masked unless the caller may see personal data.</summary>
    public static ServiceRecord AnswerTo(this StoredService service, Caller caller) => new()
    {
        Kind = service.Kind,
        ProvidedOn = service.ProvidedOn.ToContract(),
        Manner = service.Manner,
        Outcome = service.Outcome,
        Note = caller.Sight("AAE815", service.Note),
        Agency = service.Agency,
        OfficeId = service.OfficeId?.ToString() ?? "",
        RecordedAt = service.RecordedAt.ToTimestamp(),
    };

    /// <summary>What is overdue on a day (逾期服务), by kind in the order of the kinds.</summary>
    public static IEnumerable<(ServiceKind Kind, DateOnly Due, int Outstanding)> OverdueOn(this ServiceDues dues, DateOnly today) =>
        new (ServiceKind Kind, DateOnly? Due, int Left)[]
        {
            (ServiceKind.FirstContact, dues.FirstContact, 1),
            (ServiceKind.MonthlyFollowUp, dues.FollowUp, 1),
            (ServiceKind.Policy, dues.Policy, dues.PolicyLeft),
            (ServiceKind.Guidance, dues.Guidance, dues.GuidanceLeft),
            (ServiceKind.JobOffer, dues.JobOffer, dues.JobOfferLeft),
            (ServiceKind.TrainingOffer, dues.TrainingOffer, dues.TrainingOfferLeft),
        }
        .Where(one => one.Due < today).Select(one => (one.Kind, one.Due!.Value, one.Left));

    /// <summary>方式 in Chinese, for the history.</summary>
    public static string Chinese(this ServiceManner manner) => manner switch
    {
        ServiceManner.DataMatch => "信息比对",
        ServiceManner.Phone => "电话",
        ServiceManner.Message => "短信",
        ServiceManner.Visit => "走访",
        ServiceManner.Counter => "现场",
        ServiceManner.Online => "线上",
        _ => throw new ArgumentOutOfRangeException(nameof(manner), manner, "The request was not validated."),
    };
}
