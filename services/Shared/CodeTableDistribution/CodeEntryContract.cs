using Wenye.ServiceDefaults;
using Contract = Wenye.Contracts.Registration.V1;

namespace Wenye.CodeTables.Distribution;

/// <summary>Entries in the contract's terms and back (代码项报文).</summary>
public static class CodeEntryContract
{
    private const int EntriesAMessage = 1000;

    /// <summary>The entry as callers see it.</summary>
    public static Contract.CodeEntry ToContract(this CodeEntry entry) => new()
    {
        Table = entry.Table,
        Code = entry.Code,
        Label = entry.Label,
        Parent = entry.Parent,
        ValidFrom = entry.ValidFrom?.ToContract(),
        ValidTo = entry.ValidTo?.ToContract(),
        Source = entry.Source,
        Heading = entry.Heading,
    };

    /// <summary>The entry that a message carries; messages of the platform's own, so their days are days.</summary>
    public static CodeEntry ToEntry(this Contract.CodeEntry entry) => new(
        entry.Table, entry.Code, entry.Label, entry.ValidFrom?.ToDay(), entry.ValidTo?.ToDay(), entry.Source, entry.Parent, entry.Heading);

    /// <summary>The tables as ExportCodeTables sends them: messages of a thousand entries, at least one.</summary>
    public static IEnumerable<Contract.ExportCodeTablesResponse> ToMessages(this ImportedCodeTables imported) =>
        imported.Entries.Count == 0
            ? [new Contract.ExportCodeTablesResponse { Version = imported.Version }]
            : imported.Entries.Chunk(EntriesAMessage).Select(part => new Contract.ExportCodeTablesResponse
            {
                Version = imported.Version,
                Entries = { part.Select(ToContract) },
            });
}
