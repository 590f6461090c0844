using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using ChangeKind = Wenye.CodeTables.CodeChangeKind;

namespace Wenye.Registration.Features.CodeTables.ImportCodeTable;

/// <summary>What the import changed, or why it did not (变更报告).</summary>
internal static class ImportReport
{
    private const int MostLines = 200;

    public static ImportCodeTableResponse Refused(CodeTableEditionHeader header, IEnumerable<RowFault> faults, long version) => new()
    {
        Table = header.Table,
        Version = version,
        Faults = { faults.Take(MostLines).Select(fault => new Contract.CodeRowFault { Line = fault.Line, Field = fault.Column, Message = fault.Message }) },
    };

    public static ImportCodeTableResponse Of(CodeTableEditionHeader header, MergedTable merged, bool applied, long version) => new()
    {
        Table = header.Table,
        Applied = applied,
        Added = Count(merged, ChangeKind.Added),
        Renamed = Count(merged, ChangeKind.Renamed),
        Ended = Count(merged, ChangeKind.Ended),
        Unchanged = merged.Unchanged,
        Version = version,
        Changes =
        {
            merged.Changes.Take(MostLines).Select(change => new Contract.CodeChange
            {
                Kind = change.Kind switch
                {
                    ChangeKind.Added => Contract.CodeChangeKind.Added,
                    ChangeKind.Renamed => Contract.CodeChangeKind.Renamed,
                    _ => Contract.CodeChangeKind.Ended,
                },
                Code = change.Code,
                Label = change.Label,
                FormerLabel = change.FormerLabel,
            }),
        },
    };

    private static int Count(MergedTable merged, ChangeKind kind) => merged.Changes.Count(change => change.Kind == kind);
}
