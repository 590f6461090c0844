using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Domain.Months;

/// <summary>A line of a month as it is stored (核算明细的规范文本): facts and result, in canonical JSON.</summary>
/// <remarks>
/// Fixed key order, money in fen, exact decimals, ISO dates, no white space, UTF-8; what is unproven is left out: the same facts give
/// the same bytes, and from them the same is decided again. One writer for each thread.
/// </remarks>
public sealed class MonthRecord
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>The bytes (规范字节); they stand until the next are written.</summary>
    public ReadOnlySpan<byte> Write(string region, MonthFacts facts, MonthDecided decided)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            WriteFacts(json, region, facts);
            json.WriteNumber("booked_fen", decided.BookedFen);
            json.WriteString("outcome", Term<Outcome>.Text(decided.Outcome));
            json.WriteNumber("post_subsidy_fen", decided.PostSubsidy.Fen);
            json.WriteNumber("insurance_subsidy_fen", decided.InsuranceSubsidy.Fen);
            json.WriteNumber("amount_fen", decided.AmountFen);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void WriteFacts(Utf8JsonWriter json, string region, MonthFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("region", region);
        json.WriteString("month", facts.Month.ToString());
        json.WriteString("post", Term<SubsidisedPost>.Text(facts.Post));
        if (facts.InHardshipWhenPlaced is { } placed)
        {
            json.WriteBoolean("in_hardship_when_placed", placed);
        }

        Day(json, "until", facts.Until);
        Day(json, "ended_on", facts.EndedOn);
        Number(json, "days_worked", facts.DaysWorked);
        Number(json, "hours", facts.Hours);
        Number(json, "contributions_fen", facts.ContributionsPaid?.Fen);
        Number(json, "monthly_minimum_wage_fen", facts.MonthlyMinimumWage?.Fen);
        Number(json, "hourly_minimum_wage", facts.HourlyMinimumWage);
        Number(json, "rural_hourly_rate", facts.RuralHourlyRate);
        Number(json, "posts_held", facts.PostsHeld);
        Day(json, "employed_since", facts.EmployedSince);
        Day(json, "pension_since", facts.PensionSince);
        Day(json, "died_on", facts.DiedOn);
        Number(json, "absent_in_a_row", facts.AbsentInARow);
        Number(json, "absent_in_year", facts.AbsentInYear);
    }

    /// <summary>The facts of a record (读取事实), by which it is decided again.</summary>
    /// <exception cref="InvalidDataException">The text is no such record.</exception>
    public static StoredMonth Read(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            var root = document.RootElement;
            return new(root.GetProperty("region").GetString()!, Facts(root), root.GetProperty("booked_fen").GetInt64());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("This is not the record of a month in post.", fault);
        }
    }

    private static MonthFacts Facts(JsonElement root) => new()
    {
        Month = YearMonth.Parse(root.GetProperty("month").GetString()!),
        Post = Term<SubsidisedPost>.TryParse(root.GetProperty("post").GetString()!, out var post) ? post : throw new FormatException("post"),
        InHardshipWhenPlaced = root.TryGetProperty("in_hardship_when_placed", out var placed) ? placed.GetBoolean() : null,
        Until = Day(root, "until"),
        EndedOn = Day(root, "ended_on"),
        DaysWorked = (int?)Whole(root, "days_worked"),
        Hours = Exact(root, "hours"),
        ContributionsPaid = Fen(root, "contributions_fen"),
        MonthlyMinimumWage = Fen(root, "monthly_minimum_wage_fen"),
        HourlyMinimumWage = Exact(root, "hourly_minimum_wage"),
        RuralHourlyRate = Exact(root, "rural_hourly_rate"),
        PostsHeld = root.GetProperty("posts_held").GetInt32(),
        EmployedSince = Day(root, "employed_since"),
        PensionSince = Day(root, "pension_since"),
        DiedOn = Day(root, "died_on"),
        AbsentInARow = root.GetProperty("absent_in_a_row").GetInt32(),
        AbsentInYear = root.GetProperty("absent_in_year").GetInt32(),
    };

    private static DateOnly? Day(JsonElement root, string name) =>
        root.TryGetProperty(name, out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static long? Whole(JsonElement root, string name) => root.TryGetProperty(name, out var number) ? number.GetInt64() : null;

    private static Money? Fen(JsonElement root, string name) => Whole(root, name) is { } fen ? Money.FromFen(fen) : null;

    private static decimal? Exact(JsonElement root, string name) => root.TryGetProperty(name, out var number) ? number.GetDecimal() : null;

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            Span<char> text = stackalloc char[10];
            known.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            json.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    // The database gives as many zeros as the column has places: the same number is the same text.
    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known / 1.0000000000000000000000000000m);
        }
    }
}

/// <summary>A stored line (已存核算明细): the facts it was decided on.</summary>
/// <param name="Region">GB/T 2260.</param>
/// <param name="Facts">核算事实.</param>
/// <param name="BookedFen">Booked before, fen.</param>
public sealed record StoredMonth(string Region, MonthFacts Facts, long BookedFen);
