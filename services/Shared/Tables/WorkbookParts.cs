using System.Security;
using System.Text;

namespace Wenye.Tables;

/// <summary>How a cell looks (单元格样式): the places in the list of cell formats of <see cref="WorkbookParts"/>.</summary>
internal enum CellStyle
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>名称.</summary>
    Title,

    /// <summary>The line below the title.</summary>
    Note,

    /// <summary>表头.</summary>
    Heading,

    /// <summary>文本.</summary>
    Text,

    /// <summary>整数.</summary>
    Whole,

    /// <summary>金额.</summary>
    Yuan,

    /// <summary>比率.</summary>
    Rate,

    /// <summary>数值.</summary>
    Number,

    /// <summary>日期.</summary>
    Day,
}

/// <summary>The small parts of a workbook around its sheets (工作簿部件).</summary>
internal static class WorkbookParts
{
    /// <summary>Namespace of sheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>";

    // Places in cellXfs are the numbers of CellStyle. Number formats: 49 text, 3 #,##0, 4 #,##0.00, 10 0.00%, 164 ours.
    private const string Styles = Head + $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
        <border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="10">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="49" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        <xf numFmtId="10" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    public static CellStyle StyleOf(CellKind kind) => kind switch
    {
        CellKind.Text => CellStyle.Text,
        CellKind.Whole => CellStyle.Whole,
        CellKind.Yuan => CellStyle.Yuan,
        CellKind.Rate => CellStyle.Rate,
        CellKind.Day => CellStyle.Day,
        _ => CellStyle.Number,
    };

    /// <summary>Path of a sheet, counted from 1.</summary>
    public static string SheetPath(int number) => $"xl/worksheets/sheet{number}.xml";

    /// <summary>Every other part with its path, the list of parts last.</summary>
    public static IEnumerable<(string Path, ReadOnlyMemory<byte> Xml)> Around(IReadOnlyList<string> names)
    {
        var numbers = Enumerable.Range(1, names.Count).ToList();
        var sheets = string.Concat(names.Select((name, i) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        yield return ("xl/workbook.xml", Part($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{sheets}</sheets></workbook>"));
        var targets = string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"));
        yield return ("xl/_rels/workbook.xml.rels", Part(
            $"<Relationships xmlns=\"{Package}/relationships\">{targets}<Relationship Id=\"rId{names.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"));
        yield return ("xl/styles.xml", Encoding.UTF8.GetBytes(Styles));
        yield return ("_rels/.rels", Part(
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        var overrides = string.Concat(numbers.Select(number => $"<Override PartName=\"/{SheetPath(number)}\" ContentType=\"{Type}.worksheet+xml\"/>"));
        yield return ("[Content_Types].xml", Part(
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}.styles+xml\"/>{overrides}</Types>"));
    }

    private static byte[] Part(string xml) => Encoding.UTF8.GetBytes(Head + xml);
}
