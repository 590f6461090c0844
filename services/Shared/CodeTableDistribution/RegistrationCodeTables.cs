using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.CodeTables.Distribution;

/// <summary>The imported tables as Registration answers them (向失业登记服务读取代码表), with this service's own token.</summary>
internal sealed class RegistrationCodeTables(ServiceTokens tokens, IConfiguration configuration) : ICodeTableOrigin, IDisposable
{
    private readonly ServiceCalls _registration = new("registration", TimeSpan.FromSeconds(5), tokens, configuration);

    public string Name => "Registration";

    public async Task<ImportedCodeTables?> LoadAsync(long? known, CancellationToken cancellation)
    {
        try
        {
            return await _registration.AskAsync((calls, waiting) => AskAsync(calls, known, waiting), cancellation);
        }
        catch (ServiceUnavailableException outage)
        {
            throw new CodeTablesUnavailableException(outage.Message, outage);
        }
    }

    public void Dispose() => _registration.Dispose();

    private static async Task<ImportedCodeTables?> AskAsync(CallInvoker calls, long? known, CancellationToken cancellation)
    {
        var request = new ExportCodeTablesRequest();
        if (known is { } held)
        {
            request.KnownVersion = held;
        }

        using var call = new CodeTableService.CodeTableServiceClient(calls).ExportCodeTables(request, cancellationToken: cancellation);
        long? version = null;
        var entries = new List<CodeEntry>();
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellation))
        {
            version = message.Version;
            entries.AddRange(message.Entries.Select(entry => entry.ToEntry()));
        }

        return version is null || version == known ? null : new ImportedCodeTables(version.Value, entries);
    }
}
