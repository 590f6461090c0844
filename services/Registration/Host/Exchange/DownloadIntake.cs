using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Features.Applications.SubmitApplication;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;
using StatusCode = Grpc.Core.StatusCode;

namespace Wenye.Registration.Exchange;

/// <summary>Takes a downloaded application in (受理转办申请), by the same path as one that an office submits.</summary>
internal sealed class DownloadIntake(RegistrationDbContext database, SubmitApplicationHandler submit, ICodeTables codes, TimeProvider time)
{
    /// <summary>What the steps name as the agency.</summary>
    private const string Agency = "ministry";

    /// <summary>Stores the application, or finds it stored already; the same number twice is stored once.</summary>
    /// <returns>The application's key, or what is at fault.</returns>
    public async Task<(Guid? ApplicationId, IReadOnlyList<FieldFault> Faults)> TakeAsync(
        string number, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        if (await FindAsync(number, cancellation) is { } known)
        {
            return (known, []);
        }

        var faults = FieldRules.Application.Validate(fields, codes, ChinaTime.Today(time));
        if (faults.Count > 0)
        {
            return (null, faults);
        }

        try
        {
            var answer = await submit.HandleAsync(
                new SubmitApplicationRequest
                {
                    RequestId = $"download-{number}",
                    Form = FormFields.Write(fields),
                    Channel = ApplicationChannel.MinistryPlatform,
                },
                new Caller(Agency, fields["AAB301"], new HashSet<string>(StringComparer.Ordinal) { Roles.Intake }),
                cancellation);
            return (Guid.Parse(answer.Application.ApplicationId), []);
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.AlreadyExists)
        {
            return await FindAsync(number, cancellation) is { } taken ? (taken, []) : (null, FaultsOf(refused));
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition)
        {
            return (null, FaultsOf(refused));
        }
    }

    private async Task<Guid?> FindAsync(string number, CancellationToken cancellation)
    {
        var known = await database.Applications.Where(a => a.Number == number).Select(a => a.Id).Take(1).ToListAsync(cancellation);
        return known.Count == 0 ? null : known[0];
    }

    private static IReadOnlyList<FieldFault> FaultsOf(RpcException refused) =>
        refused.GetRpcStatus()?.GetDetail<BadRequest>() is { FieldViolations.Count: > 0 } bad
            ? [.. bad.FieldViolations.Select(fault => new FieldFault(fault.Field, fault.Description))]
            : [new FieldFault("ADC201", refused.Status.Detail)];
}
