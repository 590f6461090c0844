using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;

namespace Wenye.Registration.Exchange;

/// <summary>The exit as the ministry asks for it (失业登记退出信息), 79号 附件 二(一): 11 fields.</summary>
internal static class ExitRecord
{
    /// <summary>Code table AJC00A, 已依法享受基本养老保险待遇.</summary>
    private const string DrawsPension = "21";

    /// <summary>Who handled an end that nobody handled. 39号 二(一): 由山东就业信息系统自动注销失业登记.</summary>
    private const string Automatic = "系统自动注销";

    /// <summary>The record of an ended registration, loaded with its steps.</summary>
    /// <remarks>
    /// AAC002 is demanded here and optional in the application: where the form has none, a resident id in AAC044 is that number,
    /// else what another form of the person told; else the record is held.
    /// </remarks>
    public static Dictionary<string, string> Of(UnemploymentRegistration registration, StoredApplication application, PersonDetails person)
    {
        var form = FormJson.Read(application.Form);
        var ended = registration.Steps.Single(step => step.Kind == RegistrationStepKind.Cancelled);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AAB301"] = registration.Division,
            ["AAZ341"] = registration.ExitSerial,
            ["AAC003"] = form.GetValueOrDefault("AAC003", ""),
            ["AAC002"] = form.GetValueOrDefault("AAC002") ?? ResidentIdIn(form) ?? person.SocialSecurityNumber ?? "",
            ["AAC058"] = form.GetValueOrDefault("AAC058", ""),
            ["AAC044"] = form.GetValueOrDefault("AAC044", ""),
            ["ADC210"] = registration.CancelledOn?.ToString("yyyyMMdd") ?? "",
            ["AJC00A"] = registration.CancellationReason ?? "",
            ["AAE011"] = ended.Operator ?? (registration.CancellationReason == DrawsPension ? Automatic : ""),
            ["AAE036"] = ChinaTime.DayOf(ended.OccurredAt).ToString("yyyyMMdd"),
        };
    }

    private static string? ResidentIdIn(Dictionary<string, string> form) =>
        ResidentId.TryParse(form.GetValueOrDefault("AAC044")?.ToUpperInvariant(), out var id) ? id.Reveal() : null;
}
