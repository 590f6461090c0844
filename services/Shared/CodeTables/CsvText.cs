using System.Text;

namespace Wenye.CodeTables;

/// <summary>One record of CSV text, RFC 4180 (CSV 记录).</summary>
public static class CsvText
{
    /// <summary>The values of a record (拆分字段), quotes taken off; a record may span lines, joined by the caller.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                value.Append(line[++i]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(line[i]);
            }
        }

        values.Add(value.ToString());
        return values;
    }
}
