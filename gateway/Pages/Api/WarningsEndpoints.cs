using Wenye.Contracts.Statistics.V1;
using Wenye.Gateway.Pages.Calls;
using Wenye.Policy;
using Answer = Wenye.Contracts.Policy.V1.Answer;

namespace Wenye.Gateway.Pages.Api;

/// <summary>Early warnings (失业预警): those of a place, and one with why it fired and what was done.</summary>
internal static class WarningsEndpoints
{
    private const int WarningsAPage = 50;
    private const string Statistics = "statistics";

    private static readonly Dictionary<WarningState, string> States = new()
    {
        [WarningState.Open] = "已发布",
        [WarningState.Acknowledged] = "已签收",
        [WarningState.Handled] = "处置中",
        [WarningState.Closed] = "已解除",
        [WarningState.Lapsed] = "指标回落",
    };

    private static readonly Dictionary<Answer, string> Answers = new()
    {
        [Answer.Met] = "达到",
        [Answer.NotMet] = "未达到",
        [Answer.Unproven] = "未设定或未知",
    };

    public static void MapWarnings(this RouteGroupBuilder api)
    {
        api.MapGet("/warnings", AllAsync);
        api.MapGet("/warnings/{id:guid}", OneAsync);
    }

    private static async Task<IResult> AllAsync(
        string? division, string? month, bool? current, string? token, HttpContext context, Sessions sessions, PageCalls calls, Places places, CancellationToken cancellation)
    {
        if (sessions.Of(context) is not { MayLook: true } looker)
        {
            return PageFaults.LoginNeeded();
        }

        if (!Division.TryParse(string.IsNullOrEmpty(division) ? looker.Division : division, out var place) || place.Level == DivisionLevel.Nation)
        {
            return PageFaults.Bad("请选择省、市或县（市、区）。");
        }

        var asked = new ListWarningsRequest { Division = place.Code, Period = month ?? "", CurrentOnly = current ?? true, PageSize = WarningsAPage, PageToken = token ?? "" };
        var page = await calls.AskAsync(Statistics, looker.Token, async (invoker, waiting) => await Client(invoker).ListWarningsAsync(asked, cancellationToken: waiting), cancellation);
        var names = await places.AllAsync(cancellation);
        return Results.Json(new
        {
            division = place.Code,
            place = NameOf(place.Code, names),
            agency = looker.Agency,
            warnings = page.Warnings.Select(warning => Shown(warning, names)),
            next = page.NextPageToken,
        });
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext context, Sessions sessions, PageCalls calls, Places places, CancellationToken cancellation)
    {
        if (sessions.Of(context) is not { MayLook: true } looker)
        {
            return PageFaults.LoginNeeded();
        }

        var found = await calls.AskAsync(
            Statistics, looker.Token, async (invoker, waiting) => await Client(invoker).GetWarningAsync(new() { WarningId = id.ToString() }, cancellationToken: waiting), cancellation);
        var names = await places.AllAsync(cancellation);
        return Results.Json(new
        {
            response = found.Warning.Response,
            findings = found.Decision?.Findings.Select(finding => new
            {
                clause = $"{finding.Clause?.Document} {finding.Clause?.Item}".Trim(),
                answer = Answers.GetValueOrDefault(finding.Answer, ""),
                finding.Fact,
                finding.Value,
                finding.Threshold,
            }) ?? [],
            drivers = found.Drivers.Select(driver => new { name = driver.Key == "others" ? "其他" : NameOf(driver.Key, names), driver.Value, @base = driver.Base, driver.Change }),
            steps = found.Steps.Select(step => new
            {
                at = step.OccurredAt,
                state = Enum.TryParse<WarningState>(step.State, ignoreCase: true, out var state) ? States.GetValueOrDefault(state, step.State) : step.State,
                agency = step.Agency.Length > 0 ? step.Agency : "系统",
                step.Note,
            }),
        });
    }

    private static object Shown(Warning warning, IReadOnlyDictionary<string, Place> names) => new
    {
        id = warning.WarningId,
        warning.Title,
        place = NameOf(warning.Division, names),
        warning.Period,
        warning.Level,
        warning.Value,
        @base = warning.Base,
        warning.Change,
        warning.Threshold,
        state = States.GetValueOrDefault(warning.State, ""),
        since = warning.Since.Text(),
    };

    private static string NameOf(string code, IReadOnlyDictionary<string, Place> names) => names.GetValueOrDefault(code)?.Path ?? code;

    private static EarlyWarningService.EarlyWarningServiceClient Client(Grpc.Core.CallInvoker invoker) => new(invoker);
}
