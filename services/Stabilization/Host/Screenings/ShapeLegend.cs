using Npgsql;
using NpgsqlTypes;
using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>Which clauses the traces of a run answer, in order (认定结构): the legend by which they are read without deciding again.</summary>
/// <remarks>A run has a few dozen. Each worker stores those it meets, with the shard in which it first met them.</remarks>
internal sealed class ShapeLegend
{
    private readonly HashSet<long> stored = [];
    private readonly SortedDictionary<long, string> met = [];
    private Guid screening;

    /// <summary>Goes on with a shard of a run; what the last shard met was stored with it, or is met again.</summary>
    public void Begin(Guid ofScreening)
    {
        if (ofScreening != screening)
        {
            stored.Clear();
            screening = ofScreening;
        }

        met.Clear();
    }

    /// <summary>Notes the shape of a decision.</summary>
    public void Meet(Decision decision, ReadOnlySpan<byte> compact)
    {
        var code = CompactDecision.ShapeOf(compact);
        if (!stored.Contains(code) && !met.ContainsKey(code))
        {
            met.Add(code, DecisionShape.Of(decision).ToString());
        }
    }

    /// <summary>Stores what is new, in order of the code: two workers that store the same wait for each other and never crosswise.</summary>
    public async Task StoreAsync(NpgsqlConnection connection)
    {
        if (met.Count == 0)
        {
            return;
        }

        await using var store = new NpgsqlCommand(ScreeningSql.StoreShapes, connection)
        {
            Parameters =
            {
                new() { Value = screening },
                new() { Value = met.Keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = met.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        await store.ExecuteNonQueryAsync();
    }

    /// <summary>The shard is committed: what it met need not be stored again.</summary>
    public void Committed() => stored.UnionWith(met.Keys);
}
