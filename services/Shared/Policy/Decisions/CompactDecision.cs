using System.Buffers.Binary;

namespace Wenye.Policy;

/// <summary>A decision in some twenty bytes (决定的紧凑记录), for runs over millions of cases: the answer to every clause, and the outputs.</summary>
/// <remarks>
/// <para>Together with the facts, and with program, region, day and parameter version, which a run has once for all its cases,
/// it is the whole decision: <see cref="Replays{TFacts}"/> decides again, compares every byte and gives back the decision, whose
/// canonical JSON, missing facts and citations are then what they were. Decisions that answer any clause, part or ground
/// differently, or another clause, or give other outputs, have other bytes.</para>
/// <para>Byte 0: format in the upper half, outcome in the lower. Bytes 1–8: the shape, little-endian (<see cref="DecisionShape"/>).
/// Bytes 9–10: how many answers. Then four answers a byte, the first in the lowest bits: 0 unproven, 1 met, 2 not met; each
/// finding is followed by its parts, then by its grounds. Then the outputs, if any: kind and value of each, at the end four
/// bytes of a hash of their names.</para>
/// </remarks>
public static class CompactDecision
{
    internal const int Header = 11;
    private const int ShapeAt = 1;
    private const int CountAt = 9;
    private const int Format = 0x10;
    private const int OutcomeBits = 0x0F;
    private const int UsualLength = 64;

    /// <summary>Writes a decision and returns how many bytes it took.</summary>
    /// <exception cref="ArgumentException">There is not room enough.</exception>
    /// <exception cref="InvalidOperationException">The decision is of a batch that has gone on, or that keeps no findings.</exception>
    public static int Write(Decision decision, Span<byte> destination) => Fitting(WriteAsFits(decision, destination, withOutputs: true), destination);

    /// <summary>Writes a decision without its outputs, for a store that holds them in columns of their own: the start of what <see cref="Write"/> writes.</summary>
    /// <inheritdoc cref="Write" path="/exception"/>
    public static int WriteAnswers(Decision decision, Span<byte> destination) => Fitting(WriteAsFits(decision, destination, withOutputs: false), destination);

    /// <summary>The bytes of a decision.</summary>
    public static byte[] Of(Decision decision)
    {
        Span<byte> usual = stackalloc byte[UsualLength];
        var length = WriteAsFits(decision, usual, withOutputs: true);
        if (length <= UsualLength)
        {
            return usual[..length].ToArray();
        }

        var all = new byte[length];
        WriteAsFits(decision, all, withOutputs: true);
        return all;
    }

    /// <summary>The outcome (结果).</summary>
    public static Outcome OutcomeOf(ReadOnlySpan<byte> compact) => (Outcome)(compact[0] & OutcomeBits);

    /// <summary>Which clauses were answered, whatever the answers (<see cref="DecisionShape.Code"/>).</summary>
    public static long ShapeOf(ReadOnlySpan<byte> compact) => BinaryPrimitives.ReadInt64LittleEndian(compact[ShapeAt..]);

    /// <summary>The bytes without the outputs: equal for all cases whose clauses were answered alike, of which a run has few kinds.</summary>
    public static ReadOnlySpan<byte> Answers(ReadOnlySpan<byte> compact) => compact[..(Header + ((CountOf(compact) + 3) / 4))];

    /// <summary>Decides a stored case again and compares (重放): true when every answer and output is the same.</summary>
    /// <param name="stored">The bytes as stored.</param>
    /// <param name="decide">The program.</param>
    /// <param name="facts">The case's facts as they were.</param>
    /// <param name="policy">The run's region and day under the run's parameter version.</param>
    /// <param name="again">The decision with all its findings.</param>
    public static bool Replays<TFacts>(ReadOnlySpan<byte> stored, Func<TFacts, PolicyContext, Decision> decide, TFacts facts, PolicyContext policy, out Decision again)
    {
        again = decide(facts, policy);
        return stored.SequenceEqual(Of(again));
    }

    internal static int CountOf(ReadOnlySpan<byte> compact) => BinaryPrimitives.ReadUInt16LittleEndian(compact[CountAt..]);

    internal static Answer AnswerAt(ReadOnlySpan<byte> compact, int index) => (Answer)((compact[Header + (index / 4)] >> (index % 4 * 2)) & 3);

    private static int Fitting(int length, Span<byte> destination) =>
        length <= destination.Length ? length : throw new ArgumentException($"The decision takes {length} bytes.", nameof(destination));

    private static int WriteAsFits(Decision decision, Span<byte> destination, bool withOutputs)
    {
        var walk = new CompactWalk(destination);
        foreach (ref readonly var finding in decision.Trace)
        {
            walk.Add(finding, depth: 0);
        }

        walk.Flush();
        if (withOutputs)
        {
            walk.Add(decision.RecordedOutputs);
        }

        if (destination.Length >= Header)
        {
            destination[0] = (byte)(Format | (int)decision.Outcome);
            BinaryPrimitives.WriteUInt64LittleEndian(destination[ShapeAt..], walk.Shape);
            BinaryPrimitives.WriteUInt16LittleEndian(destination[CountAt..], checked((ushort)walk.Count));
        }

        return walk.Length;
    }
}
