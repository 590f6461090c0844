using Grpc.Core;
using Wenye.Contracts.Audit.V1;
using Wenye.Operator.Connection;

namespace Wenye.Operator.Audit;

/// <summary>./platform audit verify: goes over the audit chains of all services, and over what each was told of the others (核验审计链); exit code 1 on any fault.</summary>
internal static class VerifyAudit
{
    private const int HeadsAtOnce = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static Command Command { get; } = new(
        "audit verify", "", "核验各服务审计链：逐条记录、次序、签名，以及其他服务留存的链首；列出条数、链首和首个异常，有异常时退出码为 1", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0);
        using var session = await Session.OpenAsync(arguments, "auditor", cancellation);
        return await RunAsync(AuditedService.All(session.Calls), Console.Out, TimeProvider.System, cancellation);
    }

    /// <summary>Verifies all services (核验); 1 when anything is wrong.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<AuditedService> services, TextWriter output, TimeProvider clock, CancellationToken cancellation)
    {
        var options = new CallOptions(deadline: clock.GetUtcNow().UtcDateTime + Longest, cancellationToken: cancellation);
        var heads = new HashSet<Head>();
        var found = new List<(AuditedService Service, Findings Findings)>();
        foreach (var service in services)
        {
            found.Add((service, await VerifyAsync(service, heads, options)));
        }

        // Each service answers for the heads that the others hold of it, once all of them have been asked.
        var faults = 0L;
        foreach (var (service, findings) in found)
        {
            var told = heads.Where(head => head.Service == service.Name).OrderBy(head => head.Number).ToList();
            var untrue = await CheckAsync(service, told, options);
            faults += findings.FaultCount + untrue.Count;
            await ShowAsync(service, findings, told.Count, untrue, output);
        }

        await output.WriteLineAsync(faults == 0 ? "审计链完整" : $"异常 {faults} 项");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<Findings> VerifyAsync(AuditedService service, HashSet<Head> heads, CallOptions options)
    {
        using var call = service.Verify(new VerifyChainRequest(), options);
        var findings = new Findings();
        while (await call.ResponseStream.MoveNext(options.CancellationToken))
        {
            if (call.ResponseStream.Current.Findings is { } last)
            {
                findings = last;
            }
            else
            {
                heads.UnionWith(call.ResponseStream.Current.Anchors.Heads);
            }
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Fault>> CheckAsync(AuditedService service, IReadOnlyList<Head> told, CallOptions options)
    {
        var faults = new List<Fault>();
        foreach (var part in told.Chunk(HeadsAtOnce))
        {
            faults.AddRange((await service.CheckAsync(new CheckHeadsRequest { Heads = { part } }, options)).Faults);
        }

        return faults;
    }

    private static async Task ShowAsync(AuditedService service, Findings findings, int told, IReadOnlyList<Fault> untrue, TextWriter output)
    {
        var head = findings.Head is { } last ? $"链首 {last.Seq} {last.Hash[..16]}" : "尚无封存";
        var outside = findings.Outside > 0 ? $"，系统外改动 {findings.Outside} 条" : "";
        await output.WriteLineAsync($"{service.Name}：已核验 {findings.Entries} 条，待封存 {findings.Waiting} 条，{head}，其他服务留存链首 {told} 个{outside}");
        foreach (var fault in findings.Faults.Concat(untrue).OrderBy(fault => fault.Seq == 0 ? long.MaxValue : fault.Seq).Take(10))
        {
            await output.WriteLineAsync($"  ✗ {(fault.Seq > 0 ? $"第 {fault.Seq} 条：" : "")}{NameOf(fault.Kind)}（{fault.Subject}）");
        }

        if (findings.FaultCount + untrue.Count > 10)
        {
            await output.WriteLineAsync($"  … 共 {findings.FaultCount + untrue.Count} 项");
        }
    }

    private static string NameOf(FaultKind kind) => kind switch
    {
        FaultKind.Altered => "被改动",
        FaultKind.Missing => "缺失",
        FaultKind.Reordered => "次序被改",
        FaultKind.Inserted => "伪造",
        FaultKind.Truncated => "截断",
        FaultKind.Unguarded => "防护触发器缺失或停用",
        _ => kind.ToString(),
    };
}
