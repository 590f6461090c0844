using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>Applications made at an office: the platform has not numbered them (39号 附件5 二(一)).</summary>
internal static class LocalApplications
{
    public static ApplicationForm Form()
    {
        var form = Applications.Form();
        form.ApplicationNumber = "";
        return form;
    }

    public static SubmitApplicationRequest Submit(ApplicationForm? form = null) => new()
    {
        RequestId = Applications.NewRequestId(),
        Form = form ?? Form(),
        Channel = ApplicationChannel.Counter,
        Handling = Applications.Officer(),
    };
}
