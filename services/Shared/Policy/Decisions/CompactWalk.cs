using System.Text;

namespace Wenye.Policy;

/// <summary>Goes through a decision, writes its answers and outputs, and makes out its shape.</summary>
/// <remarks>Counts on where there is no room left, so that one knows how much is needed.</remarks>
internal ref struct CompactWalk(Span<byte> destination, List<ShapeLine>? legend = null)
{
    private const int SevenBits = 0x7F;
    private const byte More = 0x80;
    private const int Negative = 0x80;
    private const int Long = 0x40;
    private readonly Span<byte> destination = destination;
    private int packed;

    /// <summary>Hash of the clauses, facts and comparisons in their order.</summary>
    public ulong Shape { get; private set; }

    /// <summary>How many answers there were.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes were written, or were wanted.</summary>
    public int Length { get; private set; } = CompactDecision.Header;

    public void Add(in Finding finding, int depth)
    {
        var clause = finding.Clause;
        Shape = ShapeCode.Mix(Shape, clause.Code);
        Add(finding.Proposition, depth, clause);
        if (finding.Alternatives is { } grounds)
        {
            Shape = ShapeCode.Mix(Shape, (ulong)grounds.Count);
            for (var i = 0; i < grounds.Count; i++)
            {
                Add(grounds[i], depth + 1);
            }
        }
    }

    /// <summary>Writes the last answers, fewer than fill a byte.</summary>
    public void Flush()
    {
        if (Count % 4 != 0)
        {
            Put((byte)packed);
        }
    }

    /// <summary>Writes the outputs, then a hash of their names: the names themselves follow from the program.</summary>
    public void Add(IEnumerable<NamedValue> outputs)
    {
        var names = 0UL;
        foreach (var (name, value) in outputs)
        {
            names = ShapeCode.Mix(names, name);
            Add(value);
        }

        if (names != 0)
        {
            for (var shift = 32; shift < 64; shift += 8)
            {
                Put((byte)(names >> shift));
            }
        }
    }

    private void Add(in Proposition proposition, int depth, Clause? clause)
    {
        legend?.Add(new(depth, clause, proposition.Fact, proposition.Comparison));
        packed |= (int)proposition.Answer << (Count % 4 * 2);
        if (++Count % 4 == 0)
        {
            Put((byte)packed);
            packed = 0;
        }

        Shape = ShapeCode.Mix(Shape, (ulong)proposition.Comparison);
        if (proposition.PartsInPlace is not { } parts)
        {
            Shape = ShapeCode.Mix(Shape, proposition.Fact);
            return;
        }

        Shape = ShapeCode.Mix(Shape, (ulong)parts.Length);
        foreach (ref readonly var part in parts.AsSpan())
        {
            Add(part, depth + 1, null);
        }
    }

    private void Add(PolicyValue value)
    {
        var kind = value.Kind;
        Put((byte)kind);
        switch (kind)
        {
            case ValueKind.Number or ValueKind.Money:
                PutNumber(value.Number);
                break;
            case ValueKind.List:
                PutCount((ulong)value.Items.Count);
                foreach (var item in value.Items)
                {
                    Add(item);
                }

                break;
            case ValueKind.Map:
                PutCount((ulong)value.Entries.Count);
                foreach (var (name, entry) in value.Entries)
                {
                    PutText(name);
                    Add(entry);
                }

                break;
            default:
                PutText(value.ToString());
                break;
        }
    }

    // 5.50 and 5.5 are one number: trailing zeros go. Then sign and scale, the upper digits if there are any, the lower ones.
    private void PutNumber(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        if (bits[2] != 0)
        {
            decimal.GetBits(PolicyValue.Shortest(number), bits);
        }

        var (lower, upper, scale) = ((uint)bits[0] | ((ulong)(uint)bits[1] << 32), (uint)bits[2], (byte)(bits[3] >> 16));
        while (upper == 0 && scale > 0 && lower % 10 == 0)
        {
            lower /= 10;
            scale--;
        }

        var isNegative = bits[3] < 0 && (lower | upper) != 0;
        Put((byte)(scale | (isNegative ? Negative : 0) | (upper != 0 ? Long : 0)));
        if (upper != 0)
        {
            PutCount(upper);
        }

        PutCount(lower);
    }

    private void PutCount(ulong count)
    {
        for (; count > SevenBits; count >>= 7)
        {
            Put((byte)((byte)count | More));
        }

        Put((byte)count);
    }

    private void PutText(string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        PutCount((ulong)size);
        if (Length + size <= destination.Length)
        {
            Encoding.UTF8.GetBytes(text, destination[Length..]);
        }

        Length += size;
    }

    private void Put(byte one)
    {
        if (Length < destination.Length)
        {
            destination[Length] = one;
        }

        Length++;
    }
}
