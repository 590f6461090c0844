using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Office = Wenye.Registration.Data.Office;

namespace Wenye.Registration.Features.Offices.ImportOffices;

/// <summary>The offices of a division in the directory (本区划机构清单), to be replaced by a list.</summary>
internal sealed class OfficeList(RegistrationDbContext database, Division division)
{
    // Two lists at once, perhaps a city's and its county's, take turns.
    private const string TakeTurns = "SELECT pg_advisory_xact_lock(hashtext('wenye.offices'))";

    // A village lies in the town of its first nine digits, a town in the county of its first six, a county in the city of its
    // first four.
    private const string FindParents = """
        UPDATE office AS o SET parent_id = found.id
        FROM (
            SELECT child.id AS child, (
                SELECT above.id FROM office AS above
                WHERE NOT above.closed AND above.division = CASE length(child.division)
                    WHEN 12 THEN left(child.division, 9)
                    WHEN 9 THEN left(child.division, 6)
                    ELSE left(child.division, 4) || '00' END
                AND above.division <> child.division
                ORDER BY above.name LIMIT 1) AS id
            FROM office AS child WHERE child.division >= {0} AND child.division < {1}) AS found
        WHERE o.id = found.child AND o.parent_id IS DISTINCT FROM found.id
        """;

    /// <summary>Adds and changes what the rows say; with <paramref name="closeOthers"/> closes the offices they do not name.</summary>
    public async Task<ImportOfficesResponse> ReplaceAsync(OfficeRows rows, bool closeOthers, CancellationToken cancellation)
    {
        var from = division.Level == DivisionLevel.City ? division.Code[..4] : division.Code;
        var end = from + ":";
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync(TakeTurns, cancellation);
        var known = await database.Offices
            .Where(o => string.Compare(o.Division, from) >= 0 && string.Compare(o.Division, end) < 0)
            .ToDictionaryAsync(o => (o.Division, o.Name), cancellation);

        var answer = new ImportOfficesResponse { FaultCount = rows.FaultCount, Faults = { rows.Faults } };
        foreach (var (key, row) in rows.Good)
        {
            Take(known.GetValueOrDefault(key), row, answer);
        }

        foreach (var office in known.Values.Where(o => closeOthers && !o.Closed && !rows.Names(o.Division, o.Name)))
        {
            office.Closed = true;
            answer.Closed++;
        }

        await database.SaveChangesAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync(FindParents, [from, end], cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    private void Take(Office? known, OfficeRow row, ImportOfficesResponse answer)
    {
        if (known is null)
        {
            database.Add(New(row));
            answer.Added++;
            return;
        }

        if (Says(known, row))
        {
            answer.Unchanged++;
            return;
        }

        (known.DivisionName, known.Address, known.Phone, known.OnlineChannels) = (row.DivisionName, row.Address, row.Phone, row.OnlineChannels);
        (known.Services, known.Closed) = ([.. row.Services], false);
        known.AreaClass = ClassOf(known, row);
        answer.Changed++;
    }

    private static bool Says(Office known, OfficeRow row) =>
        !known.Closed && known.Services.SequenceEqual(row.Services) && known.AreaClass == ClassOf(known, row)
        && (known.DivisionName, known.Address, known.Phone, known.OnlineChannels) == (row.DivisionName, row.Address, row.Phone, row.OnlineChannels);

    // 附件2 prints no such column: a list without it says nothing about what was told before.
    private static string ClassOf(Office known, OfficeRow row) => row.AreaClass.Length > 0 ? row.AreaClass : known.AreaClass;

    private static Office New(OfficeRow row) => new()
    {
        Id = Guid.CreateVersion7(),
        Division = row.Division,
        Name = row.Name,
        DivisionName = row.DivisionName,
        Address = row.Address,
        Phone = row.Phone,
        OnlineChannels = row.OnlineChannels,
        Services = [.. row.Services],
        AreaClass = row.AreaClass,
        Level = row.Division.Length switch
        {
            12 => OfficeLevel.Village,
            9 => OfficeLevel.Town,
            _ => row.Division.EndsWith("00", StringComparison.Ordinal) ? OfficeLevel.City : OfficeLevel.County,
        },
    };
}
