using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables.ListCodeTables;

/// <summary>Which tables there are (代码表目录): those that the documents name, loaded or not, then those imported beside.</summary>
internal sealed class ListCodeTablesHandler(RegistrationDbContext database, ICodeTableSource source)
{
    private const int MostEditions = 20;

    public async Task<ListCodeTablesResponse> HandleAsync(CancellationToken cancellation)
    {
        var loaded = source.Current.Tables;
        var imported = (await database.Set<StoredCodeEdition>().AsNoTracking().ToListAsync(cancellation))
            .ToLookup(edition => edition.TableCode, StringComparer.Ordinal);
        var named = CodeTableCatalogue.All.Select(definition => new Contract.CodeTable
        {
            Table = definition.Table,
            Name = definition.Name,
            Fields = { definition.Fields },
            Loaded = loaded.Contains(definition.Table),
            Editions = { Editions(imported[definition.Table]).Concat(Shipped(definition)).Take(MostEditions) },
            PrintedInFull = definition.IsClosed,
        });
        var beside = imported.Where(table => CodeTableCatalogue.Find(table.Key) is null).OrderBy(table => table.Key, StringComparer.Ordinal)
            .Select(table => new Contract.CodeTable
            {
                Table = table.Key,
                Name = table.MaxBy(edition => edition.Id)!.Name,
                Loaded = loaded.Contains(table.Key),
                Editions = { Editions(table).Take(MostEditions) },
            });
        return new ListCodeTablesResponse { Tables = { named.Concat(beside) } };
    }

    private static IEnumerable<CodeTableEdition> Editions(IEnumerable<StoredCodeEdition> imported) =>
        imported.OrderByDescending(edition => edition.Id).Select(edition => new CodeTableEdition
        {
            Edition = edition.Edition,
            Source = edition.Source,
            EffectiveFrom = edition.EffectiveFrom?.ToContract(),
            ImportedAt = edition.ImportedAt.ToTimestamp(),
            Entries = edition.Entries,
        });

    private static IEnumerable<CodeTableEdition> Shipped(CodeTableDefinition definition) =>
        CodeTableSet.Shipped.Entries(definition.Table).Count() is > 0 and var entries
            ? [new CodeTableEdition { Edition = definition.Standard, Source = definition.Source, Entries = entries }]
            : [];
}
