using System.Runtime.CompilerServices;
using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>Writes facts one after another in few bytes (紧凑写入): first the version and a bit for each of up to 24 facts.</summary>
internal ref struct CompactWriter
{
    private const int HeaderLength = 4;
    private readonly Span<byte> into;
    private uint established;
    private int facts;
    private int length;

    public CompactWriter(Span<byte> into, byte version)
    {
        this.into = into;
        into[0] = version;
        length = HeaderLength;
    }

    public void Truth(Fact<bool> fact)
    {
        if (Begin(fact.IsProven))
        {
            into[length++] = fact.Value ? (byte)1 : (byte)0;
        }
    }

    /// <summary>An enum whose numbers are a contract and fit a byte.</summary>
    public void Choice<T>(Fact<T> fact)
        where T : struct, Enum
    {
        if (Begin(fact.IsProven))
        {
            var value = fact.Value;
            into[length++] = checked((byte)Unsafe.As<T, int>(ref value));
        }
    }

    public void Count(Fact<int> fact)
    {
        if (Begin(fact.IsProven))
        {
            Integer(ZigZag(fact.Value));
        }
    }

    public void Amount(Fact<Money> fact)
    {
        if (Begin(fact.IsProven))
        {
            Integer(ZigZag(fact.Value.Fen));
        }
    }

    /// <summary>A decimal with its scale and sign.</summary>
    public void Number(Fact<decimal> fact)
    {
        if (!Begin(fact.IsProven))
        {
            return;
        }

        Span<int> parts = stackalloc int[4];
        decimal.GetBits(fact.Value, parts);
        var negative = parts[3] < 0;
        into[length++] = (byte)((fact.Value.Scale << 1) | (negative ? 1 : 0));
        Integer(new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]));
    }

    /// <returns>Bytes written.</returns>
    public readonly int End()
    {
        into[1] = (byte)established;
        into[2] = (byte)(established >> 8);
        into[3] = (byte)(established >> 16);
        return length;
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private bool Begin(bool isProven)
    {
        established |= isProven ? 1u << facts : 0;
        facts++;
        return isProven;
    }

    private void Integer(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            into[length++] = (byte)(value | 0x80);
        }

        into[length++] = (byte)value;
    }

    private void Integer(UInt128 value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            into[length++] = (byte)((byte)(value & 0x7F) | 0x80);
        }

        into[length++] = (byte)value;
    }
}

/// <summary>Reads what <see cref="CompactWriter"/> wrote (紧凑读取), in the same order.</summary>
internal ref struct CompactReader
{
    private const int HeaderLength = 4;
    private readonly ReadOnlySpan<byte> from;
    private readonly uint established;
    private int facts;
    private int position;

    /// <exception cref="InvalidDataException">Another version, or no such bytes.</exception>
    public CompactReader(ReadOnlySpan<byte> from, byte version)
    {
        if (from.Length < HeaderLength || from[0] != version)
        {
            throw new InvalidDataException("These bytes are not facts of a version that is known here.");
        }

        this.from = from;
        established = from[1] | ((uint)from[2] << 8) | ((uint)from[3] << 16);
        position = HeaderLength;
    }

    public Fact<bool> Truth() => Begin() ? Next() != 0 : default(Fact<bool>);

    public Fact<T> Choice<T>()
        where T : struct, Enum
    {
        if (!Begin())
        {
            return default;
        }

        int number = Next();
        return Unsafe.As<int, T>(ref number);
    }

    public Fact<int> Count() => Begin() ? checked((int)Signed()) : default(Fact<int>);

    public Fact<Money> Amount() => Begin() ? Money.FromFen(Signed()) : default(Fact<Money>);

    public Fact<decimal> Number()
    {
        if (!Begin())
        {
            return default;
        }

        var shape = Next();
        var value = Integer();
        return new decimal((int)(uint)value, (int)(uint)(value >> 32), (int)(uint)(value >> 64), (shape & 1) == 1, (byte)(shape >> 1));
    }

    /// <exception cref="InvalidDataException">There is more than the facts.</exception>
    public readonly void End()
    {
        if (position != from.Length)
        {
            throw new InvalidDataException("There are bytes after the last fact.");
        }
    }

    private bool Begin() => (established >> facts++ & 1) == 1;

    private byte Next() => position < from.Length ? from[position++] : throw new InvalidDataException("The facts end too early.");

    private long Signed()
    {
        var value = (ulong)Integer();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private UInt128 Integer()
    {
        UInt128 value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Next();
            value |= (UInt128)(part & 0x7Fu) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
