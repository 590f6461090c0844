using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Months;

/// <summary>Asks Registration's registers about those in post (发放前比对), 36号 第二十条(一)(三): work elsewhere that lasts, pensions.</summary>
internal sealed class RegisterChecks(PersonRegisters registers, PersonalDataProtector protector)
{
    /// <summary>Asks about everyone of a shard, a thousand a call (批量核验).</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE: nothing is decided without them.</exception>
    public async Task AskAsync(IReadOnlyList<PlacementOfShard> placements, CancellationToken cancellation)
    {
        var statuses = placements.Count == 0 ? [] : await registers.LookUpAsync(placements.Select(one => protector.Unprotect(one.IdNumber)), cancellation);
        foreach (var (placement, status) in placements.Zip(statuses))
        {
            if (status.PensionSince is { } since)
            {
                placement.Draws(since.ToDay());
            }

            // The post itself is registered as an employment too, with its employer; another post is counted as a post.
            foreach (var work in status.Employments)
            {
                if (work.Manner != EmploymentManner.WelfarePost && work.EmployerCode != placement.CreditCode)
                {
                    placement.Works(work.EmployedOn.ToDay());
                }
            }
        }
    }
}
