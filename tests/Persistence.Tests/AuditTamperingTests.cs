using Wenye.Testing;

namespace Wenye.Persistence.Tests;

/// <summary>Whoever owns the database can change the log; nobody can do so unseen.</summary>
public sealed class AuditTamperingTests(TestServers servers)
{
    // Twelve entries under four seals; the seventh stands in the middle of the third.
    private const int Entries = 12;
    private const int EachSeal = 3;
    private const string Nth = "(SELECT entries[2] FROM audit_seal WHERE number = 3)";
    private const string Next = "(SELECT entries[3] FROM audit_seal WHERE number = 3)";

    public static TheoryData<string, string, AuditFaultKind, long> Tamperings => new()
    {
        { "what was done", $"UPDATE audit_entry SET body = replace(body::text, 'things', 'nothing')::json WHERE id = {Nth}", AuditFaultKind.Altered, 8 },
        { "when", $"UPDATE audit_entry SET written_at = written_at - interval '1 second' WHERE id = {Nth}", AuditFaultKind.Altered, 8 },
        { "in which transaction", $"UPDATE audit_entry SET xact = '3' WHERE id = {Nth}", AuditFaultKind.Altered, 8 },
        { "what of it was done", $"UPDATE audit_entry SET done = '{{}}' WHERE id = {Nth}", AuditFaultKind.Altered, 8 },
        { "its signature", $"UPDATE audit_entry SET mac = set_byte(mac, 20, 255 - get_byte(mac, 20)) WHERE id = {Nth}", AuditFaultKind.Altered, 8 },
        { "no signature", $"UPDATE audit_entry SET mac = null WHERE id = {Nth}", AuditFaultKind.Altered, 8 },
        { "one gone", $"DELETE FROM audit_entry WHERE id = {Nth}", AuditFaultKind.Missing, 8 },
        { "one gone, from its seal too", $"DELETE FROM audit_entry WHERE id = {Nth}; UPDATE audit_seal SET entries = array_remove(entries, entries[2]), leaves = substr(leaves, 1, 32) || substr(leaves, 65) WHERE number = 3", AuditFaultKind.Altered, 7 },
        {
            "two in each other's place",
            $"""
            UPDATE audit_entry AS one SET body = other.body, mac = other.mac FROM audit_entry AS other
            WHERE one.id IN ({Nth}, {Next}) AND other.id IN ({Nth}, {Next}) AND one.id <> other.id
            """,
            AuditFaultKind.Reordered, 8
        },
        {
            "two in each other's place in their seal",
            "UPDATE audit_seal SET entries = ARRAY[entries[1], entries[3], entries[2]], leaves = substr(leaves, 1, 32) || substr(leaves, 65, 32) || substr(leaves, 33, 32) WHERE number = 3",
            AuditFaultKind.Reordered, 7
        },
        { "one added among the old", $"INSERT INTO audit_entry (id, xact, body, mac) SELECT gen_random_uuid(), xact, body, mac FROM audit_entry WHERE id = {Nth}", AuditFaultKind.Inserted, 0 },
        { "one added to be sealed", $"INSERT INTO audit_entry (id, body, mac) SELECT gen_random_uuid(), body, mac FROM audit_entry WHERE id = {Nth}", AuditFaultKind.Inserted, 0 },
        { "a seal", "UPDATE audit_seal SET head = sha256(head) WHERE number = 3", AuditFaultKind.Altered, 7 },
        { "the moment of a seal", "UPDATE audit_seal SET sealed_at = sealed_at - interval '1 second' WHERE number = 3", AuditFaultKind.Altered, 7 },
        { "a seal gone", "DELETE FROM audit_seal WHERE number = 3", AuditFaultKind.Missing, 7 },
        { "a seal gone and the next in its place", "DELETE FROM audit_seal WHERE number = 3; UPDATE audit_seal SET number = 3, first_seq = 7 WHERE number = 4", AuditFaultKind.Altered, 7 },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task It_is_found_and_named(string what, string sql, AuditFaultKind kind, long seq)
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, Entries, EachSeal);
        (await log.VerifyAsync()).Faults.ShouldBe(0);

        await log.TamperAsync(sql);

        var found = await log.VerifyAsync();
        found.First.ShouldContain(fault => fault.Kind == kind && fault.Seq == seq, $"{what}: {string.Join("; ", found.First)}");
        found.First[0].Kind.ShouldBe(kind, what);
    }

    [Fact]
    public async Task A_forged_entry_that_was_sealed_is_found_all_the_same()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, 3);
        await log.TamperAsync($"INSERT INTO audit_entry (id, body, mac) SELECT gen_random_uuid(), body, mac FROM audit_entry LIMIT 1");

        (await log.SealAsync()).ShouldBe(1);

        var found = await log.VerifyAsync();
        found.First.Single().ShouldBe(new(AuditFaultKind.Inserted, 4, found.First[0].Subject));
    }

    [Fact]
    public async Task An_entry_altered_before_it_was_sealed_is_found_all_the_same()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, 3, sealedBy: 4);
        await log.TamperAsync("UPDATE audit_entry SET body = replace(body::text, 'things', 'nothing')::json WHERE id = (SELECT id FROM audit_entry ORDER BY id OFFSET 1 LIMIT 1)");

        await log.SealAsync();

        (await log.VerifyAsync()).First.Single().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(AuditFaultKind.Inserted), fault => fault.Seq.ShouldBe(2));
    }

    [Fact]
    public async Task A_chain_cut_at_its_end_is_found_by_what_others_were_told()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, 6);
        var told = (await log.VerifyAsync()).Head!;
        await log.TamperAsync("DELETE FROM audit_entry WHERE id IN (SELECT unnest(entries) FROM audit_seal WHERE number > 4); DELETE FROM audit_seal WHERE number > 4");

        (await log.VerifyAsync()).Faults.ShouldBe(0, "what is left is whole");
        (await log.CheckAsync(told)).ShouldBe([new(AuditFaultKind.Truncated, 6, "seal 6")]);

        await log.WriteAsync(7, 4);
        (await log.CheckAsync(told)).ShouldBe([new(AuditFaultKind.Altered, 6, "seal 6")], "grown again it has another head there");
    }

    [Fact]
    public async Task The_log_takes_entries_and_changes_none()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.WriteAsync(1, 2);

        foreach (var table in new[] { "audit_entry", "audit_seal", "audit_telling" })
        {
            foreach (var change in new[] { $"DELETE FROM {table}", $"TRUNCATE {table}", $"UPDATE {table} SET {(table == "audit_entry" ? "mac = null" : "number = 9")}" })
            {
                (await Should.ThrowAsync<Npgsql.PostgresException>(() => log.ExecuteAsync(change))).SqlState.ShouldBe("23001", change);
                (await Should.ThrowAsync<Npgsql.PostgresException>(() => log.ExecuteAsync($"SET session_replication_role = replica; {change}"))).SqlState.ShouldBe("23001", change);
            }
        }

        (await log.VerifyAsync()).Faults.ShouldBe(0);
    }

    [Fact]
    public async Task A_guard_that_is_switched_off_is_told()
    {
        await using var log = await AuditLog.CreateAsync(servers);
        await log.ExecuteAsync("ALTER TABLE audit_seal DISABLE TRIGGER audit_append_only; DROP TRIGGER audit_witness ON things");

        (await log.VerifyAsync()).First.ShouldBe([new(AuditFaultKind.Unguarded, 0, "audit_seal"), new(AuditFaultKind.Unguarded, 0, "things")]);
    }
}
