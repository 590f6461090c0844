using Wenye.Contracts.Policy.V1;
using Wenye.Gateway.Pages.Calls;
using Wenye.Policy;
using Displacement = Wenye.Contracts.Policy.V1.Displacement;
using Parameter = Wenye.Contracts.Policy.V1.Parameter;

namespace Wenye.Gateway.Pages.Api;

/// <summary>The policy explorer's data (政策查询数据).</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicy(this RouteGroupBuilder api)
    {
        api.MapGet("/programs", (Programs programs, CancellationToken cancellation) => programs.AllAsync(cancellation));
        api.MapGet("/policy", AskAsync);
    }

    private static async Task<IResult> AskAsync(
        string? service, string? program, string? region, string? day, PageCalls calls, Places places, CancellationToken cancellation)
    {
        if (PolicyService.Find(service ?? "") is not { } asked)
        {
            return PageFaults.Bad("请选择事项。");
        }

        if (!Division.TryParse(region, out var place) || place.Level == DivisionLevel.Nation)
        {
            return PageFaults.Bad("请选择省、市或县（市、区）。");
        }

        if (!Questions.TryDay(day, out var on))
        {
            return PageFaults.Bad("请填写有效日期。");
        }

        var question = new PolicyQuestion(program ?? "", place.Code, on);
        var page = await calls.AskAsync(asked.Name, (invoker, waiting) => asked.AskAsync(invoker, question, waiting), cancellation);
        var names = await places.AllAsync(cancellation);
        return Results.Json(new
        {
            service = asked.Name,
            title = question.Program.Length > 0 ? Programs.TitleOf(question.Program) : $"{asked.Title}（全部参数）",
            region = page.Region,
            place = NameOf(page.Region, names),
            day = page.Day.Text(),
            parameters = page.Parameters.Select(parameter => Shown(parameter, names)),
        });
    }

    private static object Shown(Parameter parameter, IReadOnlyDictionary<string, Place> names) => new
    {
        parameter.Name,
        parameter.Title,
        parameter.Unit,
        parameter.UnitLabel,
        parameter.SetByCity,
        authority = $"{parameter.Authority.Document} {parameter.Authority.Item}",
        inForce = parameter.InForce is { } value ? Shown(value, names) : null,
        displaced = parameter.Displaced.Select(lost => new { value = Shown(lost.Value, names), byLaterDocument = lost.By == Displacement.LaterDocument }),
        parameter.Explanation,
        programs = parameter.Programs.Select(Programs.TitleOf),
    };

    private static object Shown(ParameterValue value, IReadOnlyDictionary<string, Place> names) => new
    {
        value.Value,
        clause = $"{value.Clause.Document} {value.Clause.Item}",
        value.Quotation,
        place = NameOf(value.Region, names),
        from = value.From.Text(),
        to = value.To.Text(),
        issued = value.Issued.Text(),
        value.Note,
    };

    private static string NameOf(string code, IReadOnlyDictionary<string, Place> names) =>
        code == Division.Nation.Code ? "全国" : names.GetValueOrDefault(code)?.Path ?? code;
}
