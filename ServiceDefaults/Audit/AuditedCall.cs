using System.Net;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Wenye.ServiceDefaults;

/// <summary>Who does what at this moment (审计主体): the call that is answered, or the work that a service does by itself. What is written meanwhile is entered in its name.</summary>
/// <remarks>It follows the flow of execution from the interceptor, or from <see cref="Working"/>; a batch of several calls carries theirs by hand.</remarks>
public sealed class AuditedCall
{
    private static readonly AsyncLocal<AuditedCall?> Flowing = new();

    private AuditedCall()
    {
    }

    /// <summary>That of this flow of execution (当前主体); null where nobody said.</summary>
    public static AuditedCall? Current => Flowing.Value;

    /// <summary>"wenye.loans.v1.LoanBookService/RecordEntry"; empty when a service works by itself.</summary>
    public string Rpc { get; private init; } = "";

    /// <summary>The service's own work, as "unemployment-registered" of a consumer; empty for a call.</summary>
    public string Work { get; private init; } = "";

    /// <summary>What makes the call, by its token; null for the service's own work.</summary>
    public Caller? Caller { get; private init; }

    /// <summary>The token's client id.</summary>
    public string Client { get; private init; } = "";

    /// <summary>Where the call came from: the addresses that the gateway tells, or that of the connection.</summary>
    public string From { get; private init; } = "";

    /// <summary>Whether the contract says that the call changes nothing.</summary>
    public bool ReadsOnly { get; private init; }

    /// <summary>Whether the call is one of payment.</summary>
    public bool Pays { get; private init; }

    /// <summary>The request, or the first message of a stream; null before there is one.</summary>
    public IMessage? Request { get; private set; }

    /// <summary>Keyed hash of what was asked, where somebody made it anyway (请求散列).</summary>
    public byte[]? Content { get; set; }

    /// <summary>The answer, once it is known: which decision it holds.</summary>
    public IMessage? Answer { get; set; }

    /// <summary>Whether the answer shows personal data in full (是否查看完整个人信息).</summary>
    public bool ReadsInFull { get; private set; }

    /// <summary>Whether an entry already tells of the reading.</summary>
    public bool ReadIsKept { get; set; }

    /// <summary>Says what a service does by itself, for whatever the caller awaits from here on (服务自办业务).</summary>
    /// <param name="work">Its name, never changed once in use.</param>
    public static void Working(string work) => Flowing.Value = new() { Work = work };

    /// <summary>Says that the answer shows personal data in full (标记完整查看): one entry tells of it before it is given.</summary>
    /// <returns>True, so that who may see can be asked and noted at once.</returns>
    public static bool NoteFullRead()
    {
        if (Current is { } call)
        {
            call.ReadsInFull = true;
        }

        return true;
    }

    /// <summary>Says what is answered (标记答复), where what is kept of it for a repeat is less.</summary>
    public static void NoteAnswer(IMessage answer)
    {
        if (Current is { } call)
        {
            call.Answer = answer;
        }
    }

    internal static AuditedCall Begin(ServerCallContext context, IMessage? request)
    {
        var http = context.GetHttpContext();
        var method = http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>();
        var call = new AuditedCall
        {
            Rpc = context.Method.TrimStart('/'),
            Caller = Caller.From(http.User),
            Client = http.User.FindFirst("client_id")?.Value ?? http.User.FindFirst("sub")?.Value ?? "",
            From = Origin(http),
            ReadsOnly = method is not null && MethodStatements.ReadsOnly(method),
            Pays = method?.Method.ServiceName.EndsWith(".PaymentService", StringComparison.Ordinal) == true,
            Request = request,
        };
        Flowing.Value = call;
        return call;
    }

    internal void Began(IMessage first) => Request ??= first;

    // What the gateway appended comes last; what stands before it is what the caller said of itself.
    private static string Origin(HttpContext http)
    {
        const int most = 200;
        var told = http.Request.Headers["X-Forwarded-For"].ToString();
        var peer = http.Connection.RemoteIpAddress is { } address ? Plain(address).ToString() : "";
        var origin = told.Length == 0 ? peer : $"{told} via {peer}";
        return origin.Length <= most ? origin : origin[^most..];
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

/// <summary>Keeps who read personal data in full (查阅留痕), before the answer is given.</summary>
public interface IFullReads
{
    /// <summary>Keeps it; an answer that could not be entered is not given.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">What it is about to answer; null for a stream whose request says what it gives.</param>
    /// <param name="cancellation">The call's.</param>
    Task KeepAsync(AuditedCall call, IMessage? answer, CancellationToken cancellation);
}
