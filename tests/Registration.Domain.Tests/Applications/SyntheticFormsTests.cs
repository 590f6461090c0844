using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;
using Wenye.Testing;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>Properties of the tables over generated records: a valid one never fails, one fault is reported as exactly that field.</summary>
/// <remarks>Every run draws the same records; a failure names the seed that made its record.</remarks>
public sealed class SyntheticFormsTests
{
    private const int RecordsOfATable = 5_000;
    private const int RecordsForEveryFault = 40;

    private static readonly DateOnly[] Days = [new(2020, 7, 1), new(2020, 8, 10), new(2026, 11, 21)];

    public static TheoryData<string> Tables => [.. Lists.Keys];

    private static Dictionary<string, (FieldTable Table, Func<int, DateOnly, Dictionary<string, string>> Valid)> Lists { get; } = new()
    {
        ["application"] = (FieldRules.Application, (seed, day) => SyntheticForms.Valid(seed, day)),
        ["application made here"] = (FieldRules.LocalApplication, Local),
        ["review result"] = (FieldRules.ReviewResult, SyntheticRecords.ReviewResult),
        ["exit"] = (FieldRules.Deregistration, SyntheticRecords.Exit),
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_valid_record_never_fails(string list)
    {
        var (table, valid) = Lists[list];
        foreach (var (seed, day) in Seeds(RecordsOfATable))
        {
            Validate(table, valid(seed, day), day).ShouldBeEmpty($"{list}, seed {seed}, {day}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void One_fault_is_reported_as_exactly_that_field(string list)
    {
        var (table, valid) = Lists[list];
        foreach (var (seed, day) in Seeds(RecordsOfATable))
        {
            var random = new Random(seed);
            var row = table.Rows[random.Next(table.Rows.Count)];
            var kind = OneFault.Kinds[random.Next(OneFault.Kinds.Length)];
            Holds(new Draft(table, row, valid(seed, day), day, random), kind, $"{list}, seed {seed}, {day}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void So_it_is_with_every_fault_of_every_field(string list)
    {
        var (table, valid) = Lists[list];
        foreach (var (seed, day) in Seeds(RecordsForEveryFault))
        {
            var record = valid(seed, day);
            foreach (var row in table.Rows)
            {
                var made = OneFault.Kinds.Count(kind =>
                    Holds(new Draft(table, row, record, day, new Random(seed)), kind, $"{list}, seed {seed}, {day}"));
                made.ShouldBeGreaterThanOrEqualTo(6, row.Code);
            }
        }
    }

    [Fact]
    public void Every_kind_of_fault_befalls_some_field()
    {
        var day = Days[0];
        foreach (var (name, make) in OneFault.Kinds)
        {
            Lists.Values.Any(list => list.Table.Rows.Any(row =>
                make(new Draft(list.Table, row, list.Valid(1, day), day, new Random(1))) is not null)).ShouldBeTrue(name);
        }
    }

    /// <summary>The longest text of rare characters that a row allows, and no longer one, is taken.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void Free_text_may_fill_its_field(string list)
    {
        var (table, valid) = Lists[list];
        var day = Days[0];
        foreach (var row in table.Rows.Where(row => row.Format is { Type: FieldType.C, Table: null } && row.Checks.Length == 0))
        {
            var full = string.Concat(Enumerable.Repeat("𠮷", row.Format.Length));
            Validate(table, new(valid(1, day)) { [row.Code] = full }, day).ShouldBeEmpty(row.Code);
        }
    }

    // False where the row does not allow the fault.
    private static bool Holds(Draft draft, (string Name, Func<Draft, Dictionary<string, string>?> Make) kind, string seed)
    {
        if (kind.Make(draft) is not { } wrong)
        {
            return false;
        }

        var told = $"{seed}, {draft.Row.Code} {kind.Name}";
        Validate(draft.Table, wrong, draft.Today).ShouldHaveSingleItem(told).Code.ShouldBe(draft.Row.Code, told);
        return true;
    }

    private static Dictionary<string, string> Local(int seed, DateOnly day)
    {
        var form = SyntheticForms.Valid(seed, day);
        form.Remove("ADC201");
        return form;
    }

    private static IEnumerable<(int Seed, DateOnly Day)> Seeds(int count) =>
        Enumerable.Range(0, count).Select(i => ((int)(i * 1_000_003L % 10_000_000), Days[i % Days.Length]));

    private static IReadOnlyList<FieldFault> Validate(FieldTable table, Dictionary<string, string> record, DateOnly day) =>
        table.Validate(record, CodeTableSet.Shipped, day);
}
