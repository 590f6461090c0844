using System.Diagnostics;
using StackExchange.Redis;
using Wenye.Benchmarks.Harness;
using Wenye.CodeTables;
using Wenye.Policy;
using Wenye.Registration.Domain.Applications;
using Wenye.Testing;
using Comparison = Wenye.Benchmarks.Harness.Comparison;

namespace Wenye.Benchmarks;

/// <summary>Nanoseconds of one thread for the checks of a valid form with every field filled, beside the same asking Redis for each code.</summary>
internal static class ValidationBenchmark
{
    private const int Forms = 200_000;
    private const int FormsOverRedis = 500;
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static long _valid;

    public static async Task<Comparison> RunAsync()
    {
        await using var servers = new TestServers();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(await servers.GetRedisAsync());
        var snapshot = CodeTableSet.Shipped.With([new("ACA111", "9010101", "虚构职业", null, null, "bench"), new("AAC200", "991", "虚构职务", null, null, "bench")]);
        var form = Form();
        var asking = new CodesInRedis(redis.GetDatabase(), snapshot);
        try
        {
            return await Comparison.RunAsync(
                "ns a form", aim: null, warmUps: 3, rounds: 7,
                new Contender("from the snapshot", () => MeasureAsync(Forms, form, snapshot)),
                new Contender("asking Redis for each code", () => MeasureAsync(FormsOverRedis, form, asking)));
        }
        finally
        {
            asking.Remove();
        }
    }

    // All 40 fields; ADC220 goes with reason 90.
    private static Dictionary<string, string> Form()
    {
        var form = SyntheticForms.Valid(1, Day, Settings.Division);
        foreach (var (code, text) in new[]
        {
            ("AAC002", form["AAC044"]), ("AAC024", "13"), ("ALA040", "11"), ("ACA111", "9010101"), ("ACA200", "9010101"), ("ACA201", "9010101"),
            ("AAC015", "1"), ("ACA202", "2"), ("ACA203", "3"), ("AAC200", "991"), ("ACA204", "991"), ("ACA205", "991"), ("AAC014", "411"),
            ("ACA206", "412"), ("ACA207", "420"), ("AAE005", "0531-88888888"), ("AAE159", "synthetic@example.invalid"), ("AAE461", "无"),
            ("AJC093", "90"), ("ADC220", "虚构原因"), ("ACA112", "电工"), ("AAE815", "无"),
        })
        {
            form[code] = text;
        }

        return form.Count == FieldRules.Application.Rows.Count ? form : throw new InvalidOperationException($"The form has {form.Count} fields.");
    }

    private static Task<double> MeasureAsync(int forms, Dictionary<string, string> form, ICodeTables codes)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < forms; i++)
        {
            if (FieldRules.Application.Validate(form, codes, Day) is { Count: > 0 } faults)
            {
                throw new InvalidOperationException($"The form is not valid: {string.Join(", ", faults.Select(fault => fault.Code))}.");
            }

            _valid++;
        }

        var each = Stopwatch.GetElapsedTime(started).TotalNanoseconds / forms;
        Console.Error.Write($"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / forms:N0} bytes allocated a form; ");
        return Task.FromResult(each);
    }

    /// <summary>The least that a service without snapshot would do: one round trip a code.</summary>
    private sealed class CodesInRedis : ICodeTables
    {
        private readonly IDatabase _redis;
        private readonly Dictionary<string, RedisKey> _keys;

        public CodesInRedis(IDatabase redis, CodeTableSet tables)
        {
            var run = Guid.CreateVersion7();
            _redis = redis;
            _keys = tables.Tables.ToDictionary(table => table, table => (RedisKey)$"bench:{run:n}:{table}", StringComparer.Ordinal);
            foreach (var (table, key) in _keys)
            {
                redis.SetAdd(key, [.. tables.Search(table, "", "", Day).Select(entry => (RedisValue)entry.Code)]);
            }
        }

        public CodeStatus Find(string table, string code, DateOnly on) =>
            _redis.SetContains(_keys[table], code) ? CodeStatus.Known : CodeStatus.Unknown;

        public void Remove() => _redis.KeyDelete([.. _keys.Values]);
    }
}
