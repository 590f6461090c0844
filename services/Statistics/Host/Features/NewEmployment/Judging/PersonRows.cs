using Npgsql;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.Judging;

/// <summary>Rows in order of the people they are of (按人排序的行), taken by and by from a cursor of the transaction: memory does not grow with the table.</summary>
internal sealed class PersonRows<T>
{
    private const int Page = 10_000;

    private readonly NpgsqlConnection connection;
    private readonly string fetch;
    private readonly Func<NpgsqlDataReader, T> read;
    private readonly List<(Guid Person, T Row)> page = new(Page);
    private int next;
    private bool isLast;

    private PersonRows(NpgsqlConnection connection, string cursor, Func<NpgsqlDataReader, T> read) =>
        (this.connection, fetch, this.read) = (connection, $"FETCH {Page} FROM {cursor}", read);

    /// <summary>The person of the next row, as far as it was fetched; null: there is no further row.</summary>
    public Guid? Person => next < page.Count ? page[next].Person : null;

    /// <summary>Opens a cursor and fetches the first rows.</summary>
    /// <param name="connection">In a transaction, on which nothing else is read meanwhile.</param>
    /// <param name="cursor">Its name.</param>
    /// <param name="query">The person's key first, and in its order.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<PersonRows<T>> OpenAsync(
        NpgsqlConnection connection, string cursor, string query, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var declare = new NpgsqlCommand($"DECLARE {cursor} NO SCROLL CURSOR FOR {query}", connection);
        await declare.ExecuteNonQueryAsync(cancellation);
        var rows = new PersonRows<T>(connection, cursor, read);
        await rows.FetchAsync(cancellation);
        return rows;
    }

    /// <summary>The rows of a person; those of people before are passed over.</summary>
    public async ValueTask<List<T>> TakeAsync(Guid person, CancellationToken cancellation)
    {
        var taken = new List<T>();
        while (Person is { } of && of.CompareTo(person) <= 0)
        {
            if (of == person)
            {
                taken.Add(page[next].Row);
            }

            if (++next == page.Count && !isLast)
            {
                await FetchAsync(cancellation);
            }
        }

        return taken;
    }

    private async Task FetchAsync(CancellationToken cancellation)
    {
        page.Clear();
        next = 0;

        // The first fetch sorts the table.
        await using var command = new NpgsqlCommand(fetch, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            page.Add((rows.GetGuid(0), read(rows)));
        }

        isLast = page.Count < Page;
    }
}

/// <summary>All that is kept of people, in order of their keys (全部人员经历).</summary>
internal sealed record HistoryRows(
    PersonRows<KnownEmployment> Employments, PersonRows<KnownRegistration> Registrations, PersonRows<KnownSpell> Spells, PersonRows<(Guid Id, RecordMarks Mark)> Marks)
{
    /// <summary>The next person's key; null: there is nobody further.</summary>
    public Guid? Person => Employments.Person;

    /// <summary>The history of a person, which is empty where nothing is kept; asked for in order.</summary>
    public async ValueTask<PersonHistory> TakeAsync(Guid person, CancellationToken cancellation) => Histories.Of(
        await Employments.TakeAsync(person, cancellation),
        await Registrations.TakeAsync(person, cancellation),
        await Spells.TakeAsync(person, cancellation),
        await Marks.TakeAsync(person, cancellation));
}
