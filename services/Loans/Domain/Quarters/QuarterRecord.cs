using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Quarters;

/// <summary>A loan-quarter as it is stored (贴息明细的规范文本): facts, lines with their arithmetic and result, in canonical JSON.</summary>
/// <remarks>
/// Fixed key order, exact decimals, ISO dates, no white space, UTF-8: the same facts give the same bytes. Interests are stored as
/// yuan × rate × days, still to be divided by 360, which is exact. The lines are the facts of the book as well as the
/// arithmetic: from them the same is decided again. One writer for each thread.
/// </remarks>
public sealed class QuarterRecord
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>The bytes (规范字节); they stand until the next are written.</summary>
    public ReadOnlySpan<byte> Write(LoanTerms terms, BorrowerFindings findings, string region, QuarterSubsidy decided)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("region", region);
            WriteTerms(json, terms);
            WriteFindings(json, findings);
            json.WriteStartArray("lines");
            foreach (var line in decided.Lines)
            {
                WriteLine(json, line);
            }

            json.WriteEndArray();
            json.WriteString("outcome", Term<Outcome>.Text(decided.Outcome));
            json.WriteNumber("interest", decided.Interest.Yuan);
            json.WriteNumber("due", decided.Due.Yuan);
            WriteShares(json, decided.Shares);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    /// <summary>The facts of a record (读取事实), by which it is decided again.</summary>
    /// <exception cref="InvalidDataException">The text is no such record.</exception>
    public static StoredQuarter Read(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            var root = document.RootElement;
            return new(
                root.GetProperty("region").GetString()!,
                Terms(root.GetProperty("terms")),
                Findings(root.GetProperty("findings")),
                [.. root.GetProperty("lines").EnumerateArray().Select(Line)]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("This is not the record of a loan-quarter.", fault);
        }
    }

    private static void WriteTerms(Utf8JsonWriter json, LoanTerms terms)
    {
        json.WriteStartObject("terms");
        json.WriteString("borrower", Term<BorrowerKind>.Text(terms.Borrower));
        WriteDay(json, "contract_date", terms.ContractDate);
        WriteDay(json, "disbursed_on", terms.DisbursedOn);
        WriteDay(json, "matures_on", terms.MaturesOn);
        json.WriteNumber("principal", terms.Principal.Yuan);
        json.WriteNumber("term_months", terms.TermMonths);
        json.WriteNumber("annual_rate", Shortest(terms.AnnualRate));
        json.WriteNumber("lpr", Shortest(terms.Lpr));
        json.WriteString("sharing", Term<SharedBorrowerKind>.Text(terms.Sharing));
        json.WriteNumber("partners", terms.Partners);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, BorrowerFindings findings)
    {
        json.WriteStartObject("findings");
        json.WriteBoolean("employment_established", findings.EmploymentEstablished);
        if (findings.EmployedSince is { } since)
        {
            WriteDay(json, "employed_since", since);
        }

        if (findings.BusinessFailed is { } failed)
        {
            json.WriteBoolean("business_failed", failed);
        }

        if (findings.HiresKept is { } kept)
        {
            json.WriteNumber("hires_kept", kept);
        }

        if (findings.RequiredHires is { } required)
        {
            json.WriteNumber("required_hires", required);
        }

        if (findings.AgreedSubsidisedRate is { } agreed)
        {
            json.WriteNumber("agreed_subsidised_rate", Shortest(agreed));
        }

        if (findings is { Misuse: { } use, MisusedSince: { } misused })
        {
            json.WriteString("misuse", Term<LoanUse>.Text(use));
            WriteDay(json, "misused_since", misused);
        }

        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, in QuarterLine line)
    {
        json.WriteStartObject();
        WriteDay(json, "from", line.From);
        WriteDay(json, "to", line.To);
        json.WriteNumber("days", line.Days);
        json.WriteNumber("principal", line.Principal.Yuan);
        json.WriteNumber("annual_rate", Shortest(line.AnnualRate));
        json.WriteNumber("subsidised_rate", Shortest(line.SubsidisedRate));
        json.WriteNumber("interest_x360", Shortest(line.Interest.YuanRateDays));
        json.WriteNumber("subsidy_x360", Shortest(line.Subsidy.YuanRateDays));
        json.WriteString("standing", Term<BookStanding>.Text(line.Standing));
        WriteDay(json, "due_on", line.DueOn);
        if (line.Ground is { } ground)
        {
            json.WriteString("ground", Term<ExtensionGround>.Text(ground));
        }

        json.WriteString("outcome", Term<Outcome>.Text(line.Outcome));
        json.WriteEndObject();
    }

    private static void WriteShares(Utf8JsonWriter json, FiscalShares? shares)
    {
        if (shares is not null)
        {
            json.WriteStartArray("shares");
            json.WriteNumberValue(Shortest(shares.Central));
            json.WriteNumberValue(Shortest(shares.Province));
            json.WriteNumberValue(Shortest(shares.Local));
            json.WriteEndArray();
        }

        if (shares?.Raised is { } raised)
        {
            json.WriteNumber("above_limit", raised.Above.Yuan);
        }
    }

    private static LoanTerms Terms(JsonElement json) => new(
        Choice<BorrowerKind>(json, "borrower"),
        Day(json, "contract_date"),
        Day(json, "disbursed_on"),
        Day(json, "matures_on"),
        Money.FromYuan(json.GetProperty("principal").GetDecimal()),
        json.GetProperty("term_months").GetInt32(),
        json.GetProperty("annual_rate").GetDecimal(),
        json.GetProperty("lpr").GetDecimal(),
        Choice<SharedBorrowerKind>(json, "sharing"),
        json.GetProperty("partners").GetInt32());

    private static BorrowerFindings Findings(JsonElement json) => new(
        json.GetProperty("employment_established").GetBoolean(),
        json.TryGetProperty("employed_since", out _) ? Day(json, "employed_since") : null,
        json.TryGetProperty("business_failed", out var failed) ? failed.GetBoolean() : null,
        json.TryGetProperty("hires_kept", out var kept) ? kept.GetInt32() : null,
        json.TryGetProperty("required_hires", out var required) ? required.GetInt32() : null,
        json.TryGetProperty("agreed_subsidised_rate", out var agreed) ? agreed.GetDecimal() : null,
        json.TryGetProperty("misuse", out _) ? Choice<LoanUse>(json, "misuse") : null,
        json.TryGetProperty("misused_since", out _) ? Day(json, "misused_since") : null);

    private static QuarterLine Line(JsonElement json) => new(
        Day(json, "from"),
        Day(json, "to"),
        Money.FromYuan(json.GetProperty("principal").GetDecimal()),
        Choice<BookStanding>(json, "standing"),
        Day(json, "due_on"),
        json.TryGetProperty("ground", out _) ? Choice<ExtensionGround>(json, "ground") : null,
        json.GetProperty("annual_rate").GetDecimal(),
        json.GetProperty("subsidised_rate").GetDecimal(),
        Choice<Outcome>(json, "outcome"));

    private static T Choice<T>(JsonElement json, string name)
        where T : struct, Enum => Term<T>.TryParse(json.GetProperty(name).GetString()!, out var value) ? value : throw new FormatException(name);

    private static DateOnly Day(JsonElement json, string name) =>
        DateOnly.ParseExact(json.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly day)
    {
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    // The database gives rates with as many zeros as the column has places: the same number is the same text.
    private static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;
}

/// <summary>A stored loan-quarter (已存贴息明细): the facts it was decided on, and its lines.</summary>
/// <param name="Region">GB/T 2260.</param>
/// <param name="Terms">合同要素.</param>
/// <param name="Findings">贷款后情况.</param>
/// <param name="Lines">贴息时段.</param>
public sealed record StoredQuarter(string Region, LoanTerms Terms, BorrowerFindings Findings, IReadOnlyList<QuarterLine> Lines)
{
    /// <summary>What the book said of these days (余额时段).</summary>
    public IReadOnlyList<BookSegment> Segments => [.. Lines.Select(line => new BookSegment(line.From, line.To, line.Principal.Fen, line.Standing, line.DueOn, line.Ground))];
}
