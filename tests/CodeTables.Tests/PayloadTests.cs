using Wenye.CodeTables.Distribution;

namespace Wenye.CodeTables.Tests;

/// <summary>Tables on their way between processes.</summary>
public sealed class PayloadTests
{
    private static readonly CodeEntry[] Entries =
    [
        new("T1", "1", "甲", null, null, "s"),
        new("T1", "2", "乙", new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), "s", "1", Heading: true),
    ];

    [Fact]
    public void A_table_comes_out_of_Redis_as_it_went_in() =>
        CodeTablePayload.Read(7, CodeTablePayload.Write(7, Entries)).ShouldBe(Entries);

    [Fact]
    public void What_is_no_table_of_the_version_is_said_to_be_none()
    {
        var payload = CodeTablePayload.Write(7, Entries);
        byte[][] others = [[], [1, 2, 3, 4], [0xFF, 0xFF], payload[..(payload.Length / 2)], CodeTablePayload.Write(6, Entries)];

        foreach (var other in others)
        {
            Should.Throw<InvalidDataException>(() => CodeTablePayload.Read(7, other));
        }
    }

    [Fact]
    public void All_tables_come_out_of_the_stream_as_they_went_in()
    {
        var imported = new ImportedCodeTables(7, CodeTableSet.Shipped.Entries("AAB301").ToList());

        var messages = imported.ToMessages().ToList();

        messages.ShouldAllBe(message => message.Version == 7);
        messages.SelectMany(message => message.Entries).Select(entry => entry.ToEntry()).ShouldBe(imported.Entries);
        new ImportedCodeTables(9, []).ToMessages().ShouldHaveSingleItem().Version.ShouldBe(9);
    }
}
