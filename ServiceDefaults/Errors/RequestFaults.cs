using System.Globalization;
using Google.Protobuf;
using Wenye.Policy;

namespace Wenye.ServiceDefaults;

/// <summary>Collects what is wrong with a request (请求校验), so that all of it is told in one answer.</summary>
public sealed class RequestFaults
{
    private readonly List<FieldError> faults = [];

    /// <summary>All that is wrong so far (已有错误), for what is judged row by row and not ended by a fault.</summary>
    public IReadOnlyList<FieldError> Found => faults;

    /// <summary>A fault unless it holds (须满足).</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="field">Ministry code or name of the field.</param>
    /// <param name="message">In Chinese, what to do; never the value.</param>
    public RequestFaults Demand(bool holds, string field, string message)
    {
        if (!holds)
        {
            faults.Add(new FieldError(field, message));
        }

        return this;
    }

    /// <summary>Faults found elsewhere (并入).</summary>
    public RequestFaults Add(IEnumerable<FieldError> found)
    {
        faults.AddRange(found);
        return this;
    }

    /// <summary>A UUID of this platform (标识); empty and a fault when it is none.</summary>
    public Guid Id(string text, string field, string message)
    {
        Demand(Guid.TryParseExact(text, "D", out var id), field, message);
        return id;
    }

    /// <summary>A text of at most so many characters (文本), without control characters or blanks around it.</summary>
    /// <param name="text">The field's.</param>
    /// <param name="field">Ministry code or name of the field.</param>
    /// <param name="longest">Characters as people count them.</param>
    /// <param name="required">Whether something must be said.</param>
    public RequestFaults Text(string text, string field, int longest = 100, bool required = true)
    {
        var length = new StringInfo(text).LengthInTextElements;
        return Demand(
                length <= longest && (length > 0 || !required), field,
                required ? $"应为 1 至 {longest} 个字符" : $"应不超过 {longest} 个字符")
            .Demand(!text.Any(char.IsControl) && text.Length == text.Trim().Length, field, "不应有控制字符，首尾不应有空格");
    }

    /// <summary>A county, city or province (行政区划); the nation and a fault when it is none.</summary>
    public Division Division(string code, string field)
    {
        Demand(
            Policy.Division.TryParse(code, out var division) && division.Level != DivisionLevel.Nation,
            field, "请填写县、市或省的 6 位行政区划代码，如 370102、370100、370000");
        return division;
    }

    /// <summary>Rows a page (每页条数); 0 asks for the usual.</summary>
    public int PageSize(int asked, int usual, int most)
    {
        Demand(asked >= 0 && asked <= most, "page_size", $"每页条数应为 1 至 {most}，0 表示 {usual}");
        return asked == 0 ? usual : asked;
    }

    /// <summary>After which row to go on (分页位置); null for the first page.</summary>
    /// <param name="request">The list's request, with a field page_token.</param>
    /// <param name="parts">How many texts a position of this list has.</param>
    public string[]? Position(IMessage request, int parts)
    {
        Demand(PageToken.TryRead(request, parts, out var position), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        return position;
    }

    /// <summary>Ends the call when anything is at fault (有误即返回).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }
}
