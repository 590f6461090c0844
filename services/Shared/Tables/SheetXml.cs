using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Wenye.Tables;

/// <summary>Writes the XML of one sheet (工作表): title, note, headings, rows. Text is kept in its cells, so that nothing has to be gathered.</summary>
internal sealed partial class SheetXml
{
    private const int LongestText = 32_767;
    private const int LettersOfColumns = 26;

    // Excel counts days from 1 January 1900 as 1 and believes that 1900 was a leap year; all days from March 1900 come out right so.
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private static readonly SearchValues<char> Refused =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    private readonly XmlWriter xml;
    private readonly string title;
    private readonly string? note;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly string[] letters;
    private readonly HeadingRows headings;

    public SheetXml(Stream to, string title, string? note, IReadOnlyList<TableColumn> columns)
    {
        (this.title, this.note, this.columns) = (title, note, columns);
        letters = [.. Enumerable.Range(0, columns.Count).Select(Letters)];
        headings = new HeadingRows(columns);
        xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
    }

    /// <summary>Rows written so far (已写行数), those of the head included.</summary>
    public int Rows { get; private set; }

    private int TitleRows => note is null ? 1 : 2;

    public void Begin()
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", WorkbookParts.Main);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        var head = TitleRows + headings.Rows.Count;
        xml.WriteRaw($"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{head}\" topLeftCell=\"A{head + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteRaw("<cols>");
        for (var i = 0; i < columns.Count; i++)
        {
            xml.WriteRaw($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>");
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", WorkbookParts.Main);
        Line([title], CellStyle.Title);
        if (note is not null)
        {
            Line([note], CellStyle.Note);
        }

        foreach (var row in headings.Rows)
        {
            Line(row, CellStyle.Heading);
        }
    }

    public void BeginRow()
    {
        Rows++;
        xml.WriteStartElement("row", WorkbookParts.Main);
        xml.WriteAttributeString("r", Rows.ToString(CultureInfo.InvariantCulture));
    }

    public void EndRow() => xml.WriteEndElement();

    /// <summary>Writes a cell of the row that is begun (写单元格); an empty one is left out.</summary>
    public void Cell(int column, TableCell cell)
    {
        var kind = columns[column].Kind;
        if (kind == CellKind.Text)
        {
            Text(column, cell.Text, WorkbookParts.StyleOf(kind));
        }
        else if (cell.Day is { } day)
        {
            Value(column, (day.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture), WorkbookParts.StyleOf(kind));
        }
        else if (cell.Number is { } number)
        {
            Value(column, number.ToString("0.############################", CultureInfo.InvariantCulture), WorkbookParts.StyleOf(kind));
        }
    }

    public void End()
    {
        xml.WriteEndElement();
        var merged = Enumerable.Range(0, TitleRows).Where(_ => columns.Count > 1).Select(row => new MergedCells(row, 0, row, columns.Count - 1))
            .Concat(headings.Merged().Select(one => one with { FirstRow = one.FirstRow + TitleRows, LastRow = one.LastRow + TitleRows })).ToList();
        if (merged.Count > 0)
        {
            xml.WriteRaw($"<mergeCells count=\"{merged.Count}\">");
            xml.WriteRaw(string.Concat(merged.Select(one => $"<mergeCell ref=\"{letters[one.FirstColumn]}{one.FirstRow + 1}:{letters[one.LastColumn]}{one.LastRow + 1}\"/>")));
            xml.WriteRaw("</mergeCells>");
        }

        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    public void Flush() => xml.Flush();

    private void Line(IReadOnlyList<string?> texts, CellStyle style)
    {
        BeginRow();
        for (var i = 0; i < texts.Count; i++)
        {
            Text(i, texts[i] ?? (style == CellStyle.Heading ? "" : null), style);
        }

        EndRow();
    }

    private void Value(int column, string number, CellStyle style)
    {
        BeginCell(column, style);
        xml.WriteElementString("v", WorkbookParts.Main, number);
        xml.WriteEndElement();
    }

    private void Text(int column, string? text, CellStyle style)
    {
        if (text is null || (text.Length == 0 && style != CellStyle.Heading))
        {
            return;
        }

        BeginCell(column, style);
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", WorkbookParts.Main);
            xml.WriteStartElement("t", WorkbookParts.Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Kept(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void BeginCell(int column, CellStyle style)
    {
        xml.WriteStartElement("c", WorkbookParts.Main);
        xml.WriteAttributeString("r", letters[column] + Rows.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The text as a workbook keeps it: no characters that XML refuses, and <c>_x0041_</c> not read as A.</summary>
    private static string Kept(string text)
    {
        if (text.Length > LongestText)
        {
            throw new InvalidDataException($"A cell of a workbook holds at most {LongestText} characters.");
        }

        var allowed = text.AsSpan().ContainsAny(Refused) ? string.Concat(text.Select(c => Refused.Contains(c) ? '\uFFFD' : c)) : text;
        return allowed.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(allowed, "_x005F_") : allowed;
    }

    private static string Letters(int column) =>
        (column >= LettersOfColumns ? Letters((column / LettersOfColumns) - 1) : "") + (char)('A' + (column % LettersOfColumns));

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
