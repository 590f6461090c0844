using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>Knows people again (人员识别) and makes calls about one person wait for each other.</summary>
internal sealed class People(RegistrationDbContext database, PersonalDataProtector protector)
{
    private const string Upsert = """
        INSERT INTO person AS known (id, identity, name_lookup, details) VALUES ({0}, {1}, {2}, {3})
        ON CONFLICT (identity) DO UPDATE SET name_lookup = excluded.name_lookup, details = excluded.details
        RETURNING *
        """;

    // In one order, so that two calls with people in common wait for each other instead of deadlocking.
    private const string UpsertAll = """
        INSERT INTO person AS known (id, identity, name_lookup, details)
        SELECT * FROM unnest({0}, {1}, {2}, {3}) AS new(id, identity, name_lookup, details) ORDER BY identity
        ON CONFLICT (identity) DO UPDATE SET name_lookup = excluded.name_lookup, details = excluded.details
        RETURNING id, identity
        """;

    private const string RememberAll =
        "INSERT INTO person_document (document, person_id) SELECT * FROM unnest({0}, {1}) ON CONFLICT DO NOTHING";

    // By a document that a form joined to someone, else by the one they are known by.
    private const string Named = """
        SELECT * FROM person WHERE id = (
            SELECT id FROM (
                SELECT person_id AS id, 0 AS rank FROM person_document WHERE document = {0}
                UNION ALL SELECT id, 1 FROM person WHERE identity = {0}) AS named
            ORDER BY rank, id LIMIT 1)
        """;

    // Someone of whom no form has told a second document: the resident id told now is theirs. Who has one has another resident id.
    private const string NamedAlone =
        "SELECT * FROM person WHERE identity = {0} AND NOT EXISTS (SELECT FROM person_document WHERE person_id = person.id)";

    private const string NamedForUpdate = Named + " FOR UPDATE";

    private const string Others = """
        SELECT * FROM person WHERE id <> {0} AND identity IN (SELECT document FROM person_document WHERE person_id = {0})
            AND NOT EXISTS (SELECT FROM person_document AS own WHERE own.person_id = person.id)
        ORDER BY id FOR UPDATE
        """;

    // Calls that name one person by different documents have at least one document in common, or nothing joins them.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended(encode(document, 'hex'), 0)) FROM unnest({0}) AS document";

    private const string Owners = """
        SELECT DISTINCT ON (document) person_id AS id, document AS identity FROM person_document WHERE document = ANY({0}) ORDER BY document, person_id
        """;

    private const string Insert = "INSERT INTO person (id, identity, name_lookup, details) VALUES ({0}, {1}, {2}, {3}) ON CONFLICT DO NOTHING";

    private const string Remember = "INSERT INTO person_document (document, person_id) VALUES ({0}, {1}) ON CONFLICT DO NOTHING";

    /// <summary>The person of these details, new or known, with the details as they are now.</summary>
    /// <remarks>
    /// Begins a transaction if there is none, and holds the person's row and documents until it ends: of two offices that register
    /// the same person, or register and employ them, the second goes on from what the first has written. HandledRequests.SaveAsync
    /// commits it.
    /// </remarks>
    public async Task<Person> KnowAsync(PersonDetails details, CancellationToken cancellation)
    {
        var identity = IdentityKey.Of(protector, details.IdDocumentType, details.IdDocumentNumber, details.SocialSecurityNumber);
        var other = IdentityKey.OfOther(protector, details.IdDocumentType, details.IdDocumentNumber, details.SocialSecurityNumber);
        byte[][] documents = other is null ? [identity] : [identity, other];
        await LockAsync(documents, cancellation);
        var known = (await database.People.FromSqlRaw(Named, identity).AsNoTracking().ToListAsync(cancellation)).SingleOrDefault();
        if (known is null && other is not null)
        {
            known = (await database.People.FromSqlRaw(NamedAlone, other).AsNoTracking().ToListAsync(cancellation)).SingleOrDefault();
        }

        var people = await database.People
            .FromSqlRaw(
                Upsert, Guid.CreateVersion7(), known?.Identity ?? identity, IdentityKey.OfName(protector, details.Name), protector.Protect(details.ToJson()))
            .ToListAsync(cancellation);
        var person = people.Single();
        foreach (var document in documents.Where(document => !document.AsSpan().SequenceEqual(person.Identity)))
        {
            await database.Database.ExecuteSqlRawAsync(Remember, [document, person.Id], cancellation);
        }

        return person;
    }

    /// <summary>
    /// The rows of the same person under documents that were joined to this one only later (合并前的人员记录), held as above: what is
    /// recorded there is theirs too. Mostly none.
    /// </summary>
    public async Task<IReadOnlyList<Person>> HoldOthersAsync(Person person, CancellationToken cancellation) =>
        await database.People.FromSqlRaw(Others, person.Id).ToListAsync(cancellation);

    /// <summary>The details with the social security number that earlier forms told (社会保障号码), where this one tells none.</summary>
    /// <remarks>Else a person known by it would be another one, and what is known of them would shrink.</remarks>
    public async Task<PersonDetails> CompleteAsync(PersonDetails details, CancellationToken cancellation)
    {
        if (details.SocialSecurityNumber is not null)
        {
            return details;
        }

        var document = IdentityKey.Of(protector, details.IdDocumentType, details.IdDocumentNumber, socialSecurityNumber: null);
        var known = await database.People.AsNoTracking()
            .Where(person => person.Identity == document
                || database.Set<PersonDocument>().Any(other => other.Document == document && other.PersonId == person.Id))
            .Select(person => person.Details).FirstOrDefaultAsync(cancellation);
        return known is null ? details : details with { SocialSecurityNumber = PersonDetails.Of(known).SocialSecurityNumber };
    }

    /// <summary>The same for many people at once: their keys, in the order of the details.</summary>
    /// <param name="details">Each of another person.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<IReadOnlyList<Guid>> KnowAllAsync(IReadOnlyList<PersonDetails> details, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("People are known inside the transaction that needs them.");
        }

        var identities = details.Select(d => IdentityKey.Of(protector, d.IdDocumentType, d.IdDocumentNumber, d.SocialSecurityNumber)).ToArray();
        var known = await database.Database.SqlQueryRaw<KnownPerson>(Owners, [identities])
            .ToDictionaryAsync(person => Convert.ToHexString(person.Identity), person => person.Id, StringComparer.Ordinal, cancellation);
        var own = Enumerable.Range(0, details.Count).Where(i => !known.ContainsKey(Convert.ToHexString(identities[i]))).ToList();
        var upserted = await database.Database.SqlQueryRaw<KnownPerson>(
            UpsertAll, own.Select(_ => Guid.CreateVersion7()).ToArray(), own.Select(i => identities[i]).ToArray(),
            own.Select(i => IdentityKey.OfName(protector, details[i].Name)).ToArray(), own.Select(i => protector.Protect(details[i].ToJson())).ToArray())
            .ToListAsync(cancellation);
        foreach (var person in upserted)
        {
            known.Add(Convert.ToHexString(person.Identity), person.Id);
        }

        var ids = identities.Select(identity => known[Convert.ToHexString(identity)]).ToArray();
        var others = details
            .Select((d, i) => (Document: IdentityKey.OfOther(protector, d.IdDocumentType, d.IdDocumentNumber, d.SocialSecurityNumber), Person: ids[i]))
            .Where(other => other.Document is not null).ToList();
        await database.Database.ExecuteSqlRawAsync(
            RememberAll, [others.Select(other => other.Document!).ToArray(), others.Select(other => other.Person).ToArray()], cancellation);
        return ids;
    }

    /// <summary>The person of this document, known or new, held until the transaction ends as above.</summary>
    /// <remarks>Of someone new nothing else is known yet; the first form tells it.</remarks>
    public async Task<Person> HoldAsync(string documentType, string documentNumber, CancellationToken cancellation)
    {
        if (await FindAndHoldAsync(documentType, documentNumber, cancellation) is { } known)
        {
            return known;
        }

        var unknown = new PersonDetails("", "", documentType, documentNumber, SocialSecurityNumber: null, "");
        var identity = IdentityKey.Of(protector, documentType, documentNumber, socialSecurityNumber: null);
        await database.Database.ExecuteSqlRawAsync(
            Insert, [Guid.CreateVersion7(), identity, IdentityKey.OfName(protector, ""), protector.Protect(unknown.ToJson())], cancellation);
        return await FindAndHoldAsync(documentType, documentNumber, cancellation) ?? throw new InvalidOperationException("The person was there a moment ago.");
    }

    /// <summary>Holds a person's row until the transaction ends (锁定人员): what else is written of them waits, or is read as it then is.</summary>
    public async Task HoldAsync(Guid personId, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync("SELECT FROM person WHERE id = {0} FOR UPDATE", [personId], cancellation);
    }

    /// <summary>The person known by this document, held until the transaction ends as above; null when nobody is.</summary>
    public async Task<Person?> FindAndHoldAsync(string documentType, string documentNumber, CancellationToken cancellation)
    {
        var document = IdentityKey.Of(protector, documentType, documentNumber, socialSecurityNumber: null);
        await LockAsync([document], cancellation);
        return (await database.People.FromSqlRaw(NamedForUpdate, document).ToListAsync(cancellation)).SingleOrDefault();
    }

    // In one order, so that two calls with documents in common wait for each other instead of deadlocking.
    private async Task LockAsync(byte[][] documents, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync(
            Lock, [documents.OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToArray()], cancellation);
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is null)
        {
            await database.Database.BeginTransactionAsync(cancellation);
        }
    }

    private sealed record KnownPerson(Guid Id, byte[] Identity);
}
