using System.Text;
using Microsoft.EntityFrameworkCore;
using Google.Protobuf;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Domain.Warnings;
using Dimension = Wenye.Statistics.Domain.Warnings.WarningDimension;
using Indicator = Wenye.Statistics.Domain.Warnings.WarningIndicator;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Evaluates indicators and opens, raises, lowers and ends warnings (预警评估). Again over the same figures it changes nothing.</summary>
internal sealed class Evaluation(StatisticsDbContext database, IndicatorQueries indicators, WarningRules rules, TimeProvider time)
{
    /// <summary>Held by whoever changes warnings: one at a time.</summary>
    public static readonly FormattableString Lock = $"SELECT pg_advisory_xact_lock(hashtextextended('warnings', 0))";

    private static readonly string Closed = Term<WarningState>.Text(WarningState.Closed);
    private static readonly string Lapsed = Term<WarningState>.Text(WarningState.Lapsed);
    private static readonly string Open = Term<WarningState>.Text(WarningState.Open);

    /// <summary>Evaluates an area (评估), in the caller's transaction; the caller saves.</summary>
    public async Task<EvaluateWarningsResponse> RunAsync(string division, string area, YearMonth month, HandledBy by, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync(Lock, cancellation);
        var period = EvaluatedPeriod.Of(division, month);
        var readings = await indicators.ReadAsync(area, period, cancellation);
        var known = await database.Set<StoredWarning>().Where(warning => warning.Division.StartsWith(area) && warning.Period == month.ToString())
            .ToDictionaryAsync(warning => (warning.Division, warning.Dimension, warning.Indicator, warning.Subject), cancellation);
        var answer = new EvaluateWarningsResponse();
        foreach (var reading in readings)
        {
            var decision = rules.Decide(reading, period.End);
            answer.Evaluated++;
            if (decision.Result is not { } level)
            {
                answer.Incomplete++;
                continue;
            }

            var key = (reading.Key.Division, Term<Dimension>.Text(reading.Key.Dimension), Term<Indicator>.Text(reading.Key.Indicator), reading.Key.Subject);
            if (known.TryGetValue(key, out var warning))
            {
                Change(warning, reading, decision, level.Level, by, answer);
            }
            else if (level.Level > 0)
            {
                OpenNew(month, reading, decision, level.Level, by, answer);
            }
        }

        return answer;
    }

    private void OpenNew(YearMonth month, Reading reading, Decision decision, int level, HandledBy by, EvaluateWarningsResponse answer)
    {
        var warning = new StoredWarning
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Division = reading.Key.Division,
            Period = month.ToString(),
            Dimension = Term<Dimension>.Text(reading.Key.Dimension),
            Indicator = Term<Indicator>.Text(reading.Key.Indicator),
            Subject = reading.Key.Subject,
            Level = level,
            Value = reading.Value!.Value,
            Base = reading.Base,
            State = Open,
            Since = ChinaTime.Today(time),
            Decision = Json(decision),
            Drivers = Bytes(reading),
            Steps = 0,
        };
        database.Add(warning);
        Step(warning, by, "发布");
        answer.Opened++;
    }

    private void Change(StoredWarning warning, Reading reading, Decision decision, int level, HandledBy by, EvaluateWarningsResponse answer)
    {
        var (before, drivers) = (warning.Level, Bytes(reading));
        if (warning.Value == reading.Value && warning.Base == reading.Base && level == before && warning.Drivers.AsSpan().SequenceEqual(drivers) && warning.Decision == Json(decision))
        {
            return;
        }

        (warning.Value, warning.Base, warning.Level, warning.Decision, warning.Drivers) = (reading.Value!.Value, reading.Base, level, Json(decision), drivers);
        if (level > before)
        {
            // Whatever was done about it was done about less.
            if (warning.State == Closed || warning.State == Lapsed)
            {
                warning.Since = ChinaTime.Today(time);
            }

            warning.State = Open;
            Step(warning, by, "升级");
            answer.Raised++;
        }
        else if (level == 0 && before > 0)
        {
            warning.State = warning.State == Closed ? Closed : Lapsed;
            Step(warning, by, "指标回落");
            answer.Lapsed++;
        }
        else if (level < before)
        {
            Step(warning, by, "降级");
            answer.Lowered++;
        }
    }

    private void Step(StoredWarning warning, HandledBy by, string what)
    {
        warning.Steps++;
        database.Add(new WarningStep { WarningId = warning.Id, State = warning.State, Level = warning.Level }.By(warning.Steps, by, what));
    }

    private static byte[] Bytes(Reading reading) => new GetWarningResponse { Drivers = { reading.Drivers } }.ToByteArray();

    private static string Json(Decision decision) => Encoding.UTF8.GetString(DecisionJson.Write(decision));
}
