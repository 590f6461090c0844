using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Firms;

/// <summary>Firm data as CSV files (企业数据文件): one kind of data a file, named by it, with a header of the contract's field names.</summary>
/// <remarks>
/// Kinds in the order in which they are sent: firm, contribution, reduction, finance, fund, benefit_standard, past_refund, feed.
/// A file is named after its kind, with more behind it if need be: contribution-2019.csv. Terms are written as in the contract
/// without their prefix, in any case (DISMISSED, dismissed), or as numbers; yes and no as true and false; days as 2019-12-31.
/// </remarks>
internal static class FirmFiles
{
    private static readonly FieldDescriptor[] Kinds = [.. FirmDataRow.Descriptor.Oneofs.Single(oneof => oneof.Name == "data").Fields.OrderBy(field => field.FieldNumber)];

    /// <summary>The CSV files at these paths, a folder standing for those in it, in the order in which they are sent.</summary>
    /// <exception cref="UsageException">There is none, or a file's name tells no kind.</exception>
    public static IReadOnlyList<string> At(IReadOnlyList<string> paths)
    {
        var files = paths.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csv") : [path]).ToList();
        return files.Count > 0
            ? [.. files.OrderBy(file => KindOf(file).FieldNumber).ThenBy(file => file, StringComparer.Ordinal)]
            : throw new UsageException("没有 CSV 文件");
    }

    /// <summary>An import id that follows from what the files hold: the same files resume the same import.</summary>
    public static string IdOf(IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var content = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(content));
        }

        return $"files-{Convert.ToHexStringLower(hash.GetHashAndReset())[..32]}";
    }

    /// <summary>Every row with where it stands. A line that is no row of its kind becomes one without data, which the service tells as a fault.</summary>
    public static IEnumerable<(string Place, FirmDataRow Row)> Rows(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            var kind = KindOf(file);
            using var text = new StreamReader(file, Encoding.UTF8);
            foreach (var line in Csv.Read(text))
            {
                yield return ($"{Path.GetFileName(file)} 第 {line.Line} 行", RowOf(kind, line));
            }
        }
    }

    private static FieldDescriptor KindOf(string file) =>
        Kinds.Where(kind => Path.GetFileName(file).StartsWith(kind.Name, StringComparison.OrdinalIgnoreCase)).MaxBy(kind => kind.Name.Length)
        ?? throw new UsageException($"{Path.GetFileName(file)}：文件名应以数据类别开头，即 {string.Join('、', Kinds.Select(kind => kind.Name))} 之一");

    private static FirmDataRow RowOf(FieldDescriptor kind, CsvLine line)
    {
        var data = kind.MessageType.Parser.ParseFrom(ByteString.Empty);
        foreach (var (name, text) in line.Values.Where(value => value.Value.Length > 0))
        {
            if (kind.MessageType.FindFieldByName(name) is not { } field || ValueOf(field, text) is not { } value)
            {
                return new FirmDataRow();
            }

            field.Accessor.SetValue(data, value);
        }

        var row = new FirmDataRow();
        kind.Accessor.SetValue(row, data);
        return row;
    }

    private static object? ValueOf(FieldDescriptor field, string text) => field.FieldType switch
    {
        FieldType.String => text,
        FieldType.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        FieldType.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        FieldType.Bool => bool.TryParse(text, out var truth) ? truth : null,
        FieldType.Enum => TermOf(field.EnumType, text),
        FieldType.Message => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : null,
        _ => null,
    };

    private static object? TermOf(EnumDescriptor terms, string text)
    {
        var term = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? terms.FindValueByNumber(number)
            : terms.Values.FirstOrDefault(value => value.Name.EndsWith($"_{text}", StringComparison.OrdinalIgnoreCase) && value.Name.Length == terms.Values[0].Name.Length - "UNSPECIFIED".Length + text.Length);
        return term is null ? null : Enum.ToObject(terms.ClrType, term.Number);
    }
}
