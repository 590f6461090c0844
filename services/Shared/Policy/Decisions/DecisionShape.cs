using System.Globalization;

namespace Wenye.Policy;

/// <summary>One line of a shape (认定项).</summary>
/// <param name="Depth">0 for a finding; its parts and grounds lie deeper.</param>
/// <param name="Clause">The clause of a finding or ground; null for a part of the line above.</param>
/// <param name="Fact">Name of the fact looked at.</param>
/// <param name="Comparison">How it was compared.</param>
public sealed record ShapeLine(int Depth, Clause? Clause, string Fact, Comparison Comparison);

/// <summary>Which clauses a decision answered, in order, whatever the answers (认定结构): the legend to <see cref="CompactDecision"/>.</summary>
/// <remarks>
/// A run has a few dozen, since most clauses govern every case. Store each once with the run, when its code first appears,
/// and the clauses on which cases were refused can be listed without deciding again. Two workers that meet the same shape
/// find the same code.
/// </remarks>
public sealed class DecisionShape
{
    private DecisionShape(long code, IReadOnlyList<ShapeLine> lines)
    {
        Code = code;
        Lines = lines;
    }

    /// <summary>A hash of the lines, the same on every machine.</summary>
    public long Code { get; }

    /// <summary>What was answered (认定项), findings each before their parts and grounds.</summary>
    public IReadOnlyList<ShapeLine> Lines { get; }

    /// <summary>The shape of a decision.</summary>
    /// <exception cref="InvalidOperationException">The decision is of a batch that has gone on, or that keeps no findings.</exception>
    public static DecisionShape Of(Decision decision)
    {
        var lines = new List<ShapeLine>();
        var walk = new CompactWalk([], lines);
        foreach (ref readonly var finding in decision.Trace)
        {
            walk.Add(finding, depth: 0);
        }

        return new((long)walk.Shape, lines);
    }

    /// <summary>Each line with its answer.</summary>
    /// <exception cref="ArgumentException">The decision is of another shape.</exception>
    public IEnumerable<(ShapeLine Line, Answer Answer)> Read(byte[] compact)
    {
        if (CompactDecision.ShapeOf(compact) != Code || CompactDecision.CountOf(compact) != Lines.Count)
        {
            throw new ArgumentException("The decision is of another shape.", nameof(compact));
        }

        return Lines.Select((line, i) => (line, CompactDecision.AnswerAt(compact, i)));
    }

    /// <summary>Clauses answered "not met", each once (不符合的条款).</summary>
    /// <exception cref="ArgumentException">The decision is of another shape.</exception>
    public IEnumerable<Clause> RefusedBy(byte[] compact) =>
        Read(compact).Where(one => one.Line.Depth == 0 && one.Answer == Answer.NotMet).Select(one => one.Line.Clause!).Distinct();

    /// <summary>A line for each clause, for the legend of a run.</summary>
    public override string ToString() => string.Join('\n', Lines.Select(line =>
        string.Create(CultureInfo.InvariantCulture, $"{new string(' ', line.Depth)}{line.Clause?.Citation} {line.Fact} {Term<Comparison>.Text(line.Comparison)}")));
}
