using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Wenye.Contracts.Audit.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Calls;

/// <summary>The calls of a service's audit log (审计接口); what they do is in services/Shared/Persistence/Audit.</summary>
/// <remarks>Compiled into each service, under its own contract: <c>Contract</c> is the alias of its namespace (README.md).</remarks>
internal sealed class AuditGrpcService(AuditVerification verification, AuditListing listing) : Contract.AuditService.AuditServiceBase
{
    private const string Province = "370000";
    private const int AnchorsAtOnce = 1000;
    private const int MostHeads = 10_000;
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    public override async Task VerifyChain(VerifyChainRequest request, IServerStreamWriter<VerifyChainResponse> responseStream, ServerCallContext context)
    {
        Caller.From(context).DemandDivision(Province);
        var anchors = new Anchors();
        var findings = await verification.RunAsync(
            async head =>
            {
                anchors.Heads.Add(ToContract(head));
                if (anchors.Heads.Count == AnchorsAtOnce)
                {
                    await responseStream.WriteAsync(new VerifyChainResponse { Anchors = anchors }, context.CancellationToken);
                    anchors = new();
                }
            },
            context.CancellationToken);
        await responseStream.WriteAsync(new VerifyChainResponse { Anchors = anchors }, context.CancellationToken);
        await responseStream.WriteAsync(new VerifyChainResponse { Findings = ToContract(findings) }, context.CancellationToken);
    }

    public override async Task<CheckHeadsResponse> CheckHeads(CheckHeadsRequest request, ServerCallContext context)
    {
        Caller.From(context).DemandDivision(Province);
        if (request.Heads.Count > MostHeads)
        {
            throw RpcErrors.InvalidArgument("heads", $"一次至多核对 {MostHeads} 个链首，请分次提交");
        }

        var faults = await verification.CheckAsync([.. request.Heads.Select(head => (head.Number, head.Seq, head.Hash))], context.CancellationToken);
        return new() { Faults = { faults.Select(ToContract) } };
    }

    public override async Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        Caller.From(context).DemandDivision(Province);
        var faults = new List<FieldError>();
        if (request.SubjectId.Length > 0 && !Guid.TryParseExact(request.SubjectId, "D", out _))
        {
            faults.Add(new("subject_id", "应为记录或人员的 UUID"));
        }

        if (request.PageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new("page_size", $"每页应为 1 至 {MaxPageSize} 条"));
        }

        if (!PageToken.TryRead(request, 1, out var position))
        {
            faults.Add(new("page_token", "分页标记与本次查询不符，请从第一页起查询"));
        }

        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        var size = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var query = new AuditQuery(
            request.SubjectId.Length > 0 ? Guid.ParseExact(request.SubjectId, "D") : null, request.Agency.Length > 0 ? request.Agency : null,
            request.From?.ToDateTimeOffset(), request.Before?.ToDateTimeOffset());
        var found = await listing.FindAsync(query, position is [var after] ? Guid.Parse(after, CultureInfo.InvariantCulture) : null, size, context.CancellationToken);
        return new()
        {
            Entries = { found.Select(ToContract) },
            NextPageToken = found.Count == size ? PageToken.After(request, found[^1].Id.ToString()) : "",
        };
    }

    private static Entry ToContract(FoundEntry entry) => new()
    {
        EntryId = entry.Id.ToString(),
        WrittenAt = entry.WrittenAt.ToTimestamp(),
        BodyJson = entry.Body,
        Done = { (entry.Done ?? []).Select(place => (int)place) },
    };

    private static Findings ToContract(AuditFindings found) => new()
    {
        Entries = found.Entries,
        Waiting = found.Waiting,
        Outside = found.Outside,
        Head = found.Head is { } head ? ToContract(head) : null,
        FaultCount = found.Faults,
        Faults = { found.First.Select(ToContract) },
    };

    private static Head ToContract(AuditHead head) => new() { Service = head.Service, Number = head.Number, Seq = head.Seq, Hash = head.Head };

    private static Fault ToContract(AuditFault fault) => new()
    {
        Seq = fault.Seq,
        Subject = fault.Subject,
        Kind = fault.Kind switch
        {
            AuditFaultKind.Altered => FaultKind.Altered,
            AuditFaultKind.Missing => FaultKind.Missing,
            AuditFaultKind.Reordered => FaultKind.Reordered,
            AuditFaultKind.Inserted => FaultKind.Inserted,
            AuditFaultKind.Truncated => FaultKind.Truncated,
            _ => FaultKind.Unguarded,
        },
    };
}
