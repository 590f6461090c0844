using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Supervision.ImportMarks;

/// <summary>A mark as far as it can be judged alone (标记行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
internal sealed record CheckedMark(MarkRow Row, IReadOnlyList<FieldError> Faults)
{
    /// <summary>Checks a row (逐行校验).</summary>
    public static CheckedMark Of(MarkRow row, DateOnly today)
    {
        var faults = new RequestFaults();
        PostFields.IdNumber(faults, row.IdNumber);
        var isFrom = row.From is not null && row.From.IsDay() && row.From.ToDay() <= today;
        var isRelation = row.Kind == MarkKind.RelativeOf;
        faults
            .Demand(row.Kind != MarkKind.Unspecified && Enum.IsDefined(row.Kind), "kind", "请选择养老待遇、死亡、在其他单位参保或亲属关系")
            .Demand(isFrom, "from", "请填写起始日期，不晚于今天")
            .Demand(
                row.To is null || (row.Kind == MarkKind.InsuredElsewhere && row.To.IsDay() && (!isFrom || row.To.ToDay() >= row.From!.ToDay())), "to",
                "截止日期只在参保时填写，不早于起始日期；其他请不填")
            .Text(row.Source, "source")
            .Demand(
                isRelation ? ResidentId.TryParse(row.OtherIdNumber, out _) && row.OtherIdNumber != row.IdNumber : row.OtherIdNumber.Length == 0, "other_id_number",
                "亲属关系应填写另一人的公民身份号码；其他请不填");
        return new(row, faults.Found);
    }
}
