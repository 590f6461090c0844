using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Status.LookUpStatuses;

/// <summary>Looks many people up at once (批量核验), for the other services: over the whole province, in one read.</summary>
internal sealed class LookUpStatusesHandler(RegisteredStatuses statuses, PersonalDataProtector protector, ICodeTables codes, TimeProvider time)
{
    private const int MostAtOnce = 1000;

    public async Task<LookUpStatusesResponse> HandleAsync(LookUpStatusesRequest request, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        Validate(request, today);
        var documents = request.Identities
            .Select(identity => IdentityKey.Of(protector, identity.IdDocumentType, identity.IdDocumentNumber, socialSecurityNumber: null));
        return new LookUpStatusesResponse { Statuses = { await statuses.OfAllAsync([.. documents], today, cancellation) } };
    }

    private void Validate(LookUpStatusesRequest request, DateOnly today)
    {
        var faults = new RequestFaults()
            .Demand(request.Identities.Count is >= 1 and <= MostAtOnce, "identities", $"每次核验 1 至 {MostAtOnce} 人，更多请分批");
        for (var i = 0; i < request.Identities.Count && i < MostAtOnce; i++)
        {
            var identity = request.Identities[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"identities[{i + 1}]");
            faults
                .Demand(codes.Find("AAC058", identity.IdDocumentType, today) != CodeStatus.Unknown, $"{path}.AAC058", "证件类型应为代码表 AAC058 中的代码")
                .Demand(identity.IdDocumentNumber.Length is >= 1 and <= 22, $"{path}.AAC044", "请填写证件号码，不超过 22 个字符");
        }

        faults.ThrowIfAny();
    }
}
