using System.Text.Json;

namespace Wenye.Persistence;

/// <summary>One pass along a chain (沿链核验): entries as they lie, seals as they follow, each entry claimed by the seal that names it.</summary>
internal sealed class AuditWalk(AuditKeys keys, string service)
{
    private const int MostTold = 100;

    private readonly Dictionary<Guid, Seen> waiting = [];
    private readonly List<AuditFault> faults = [];
    private readonly Dictionary<Guid, long> differing = [];
    private AuditSeal? seal;
    private int place;
    private bool sealIsWhole;
    private long number;
    private long next = 1;
    private byte[] head = AuditChain.Beginning;
    private Guid passed;
    private bool ended;
    private long entries;
    private long outside;
    private long found;

    /// <summary>Sealed entries that are not what was sealed, with their places.</summary>
    public IReadOnlyDictionary<Guid, long> Differing => differing;

    /// <summary>Entries that no seal claimed.</summary>
    public IReadOnlyCollection<Guid> Unsealed => waiting.Keys;

    public bool Has(Guid id) => waiting.ContainsKey(id);

    public bool MayFollow(Guid id) => !ended && AuditChain.Compare(passed, id) < 0;

    public void End() => ended = true;

    /// <summary>An entry as it lies (读取一条); the head that it holds if it is an anchor.</summary>
    public AuditHead? Take(AuditRows rows)
    {
        var id = rows.Current.Id;
        passed = id;
        var isOutside = rows.Mac.IsEmpty && rows.Body.StartsWith("{\"kind\" : \"outside\""u8);
        outside += isOutside ? 1 : 0;
        var isSigned = isOutside || keys.Verify(rows.Mac, AuditTrail.Signed(id, rows.Body));
        waiting[id] = new(rows.Leaf, isSigned);
        return isSigned && rows.Body.StartsWith("{\"kind\":\"anchor\""u8) ? AnchorOf(rows.Body) : null;
    }

    /// <summary>The next seal (下一封存).</summary>
    public void Enter(AuditSeal following)
    {
        seal = following;
        place = 0;
        if (seal.Number != number + 1)
        {
            Fault(AuditFaultKind.Missing, next, $"seal {number + 1}");
        }

        sealIsWhole = keys.Verify(seal.Mac, AuditChain.Signed(seal)) && seal.Leaves.Length == seal.Entries.Length * AuditChain.HashLength;
        if (!sealIsWhole)
        {
            Fault(AuditFaultKind.Altered, next, $"seal {seal.Number}");
        }
        else if (seal.Number == number + 1 && !seal.Previous.AsSpan().SequenceEqual(head))
        {
            Fault(AuditFaultKind.Altered, next, $"seal {number}");
        }
        else if (!AuditChain.Head(seal.Previous, seal.Leaves).AsSpan().SequenceEqual(seal.Head))
        {
            // What it names is all there and as it was, or those that are not are told one by one: it names them in another order.
            Fault(AuditFaultKind.Reordered, next, $"seal {seal.Number}");
        }

        (number, head, next) = (seal.Number, seal.Head, seal.FirstSeq);
    }

    /// <summary>The next entry of the seal (核对一条).</summary>
    public void Claim(Guid id)
    {
        var expected = sealIsWhole ? seal!.Leaves.AsSpan(place * AuditChain.HashLength, AuditChain.HashLength) : default;
        if (!waiting.Remove(id, out var seen))
        {
            Fault(AuditFaultKind.Missing, next, $"entry {id}");
        }
        else if (sealIsWhole && !expected.SequenceEqual(seen.Leaf))
        {
            differing[id] = next;
            Fault(AuditFaultKind.Altered, next, $"entry {id}");
        }
        else if (!seen.IsSigned)
        {
            Fault(AuditFaultKind.Inserted, next, $"entry {id}");
        }

        place++;
        next++;
        entries++;
    }

    /// <summary>Two entries changed places (互换).</summary>
    public void Swapped(Guid id)
    {
        var at = faults.FindIndex(fault => fault.Kind == AuditFaultKind.Altered && fault.Subject == $"entry {id}");
        if (at >= 0)
        {
            faults[at] = faults[at] with { Kind = AuditFaultKind.Reordered };
        }
    }

    /// <summary>An entry that was not there when its time was sealed (补入).</summary>
    public void Forged(Guid id)
    {
        waiting.Remove(id);
        Fault(AuditFaultKind.Inserted, 0, $"entry {id}");
    }

    public void Fault(AuditFaultKind kind, long seq, string subject)
    {
        found++;
        if (faults.Count < MostTold)
        {
            faults.Add(new(kind, seq, subject));
        }
    }

    public AuditFindings Findings()
    {
        foreach (var (id, _) in waiting.Where(one => !one.Value.IsSigned).ToList())
        {
            waiting.Remove(id);
            Fault(AuditFaultKind.Inserted, 0, $"entry {id}");
        }

        return new(
            entries, waiting.Count, outside, seal is null ? null : new(service, number, next - 1, Convert.ToHexStringLower(head)), found,
            [.. faults.OrderBy(fault => fault.Seq == 0 ? long.MaxValue : fault.Seq)]);
    }

    private static AuditHead AnchorOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var told = JsonElement.ParseValue(ref reader);
        return new(told.GetProperty("of").GetString()!, told.GetProperty("number").GetInt64(), told.GetProperty("seq").GetInt64(), told.GetProperty("head").GetString()!);
    }

    private sealed record Seen(byte[] Leaf, bool IsSigned);
}
