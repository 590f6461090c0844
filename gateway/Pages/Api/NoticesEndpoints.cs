using Wenye.Contracts.Payments.V1;
using Wenye.Gateway.Pages.Calls;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Api;

/// <summary>Public notices (公示): what is public today, service by service, since each pages its own lists.</summary>
internal static class NoticesEndpoints
{
    private const int ListsAPage = 20;
    private const int LinesAPage = 50;

    private static readonly Dictionary<Fund, string> Funds = new()
    {
        [Fund.UnemploymentInsurance] = "失业保险基金",
        [Fund.EmploymentSubsidy] = "就业补助资金",
        [Fund.SkillsSpecialAccount] = "职业技能提升行动专账",
        [Fund.Entrepreneurship] = "创业带动就业扶持资金",
        [Fund.LoanGuarantee] = "创业担保贷款担保基金",
    };

    public static void MapNotices(this RouteGroupBuilder api)
    {
        api.MapGet("/funds", () => Funds.Select(fund => new { code = (int)fund.Key, title = fund.Value }));
        api.MapGet("/notices", AllAsync);
        api.MapGet("/notices/{service}", OfServiceAsync);
        api.MapGet("/notices/{service}/{id}", LinesAsync);
    }

    private static async Task<IResult> AllAsync(string? region, int? fund, PageCalls calls, Places places, CancellationToken cancellation) =>
        Question(region, fund, "") is not { } question ? PageFaults.Bad("请选择省、市或县（市、区）和资金渠道。")
        : Results.Json(await Task.WhenAll(PayingService.All.Select(service => PageOfAsync(service, question, calls, places, cancellation))));

    private static async Task<IResult> OfServiceAsync(
        string service, string? region, int? fund, string? token, PageCalls calls, Places places, CancellationToken cancellation) =>
        PayingService.All.FirstOrDefault(one => one.Name == service) is not { } paying || Question(region, fund, token) is not { } question
            ? PageFaults.Bad("请选择省、市或县（市、区）和资金渠道。")
            : Results.Json(await PageOfAsync(paying, question, calls, places, cancellation));

    private static async Task<IResult> LinesAsync(string service, string id, string? token, PageCalls calls, Places places, CancellationToken cancellation)
    {
        if (PayingService.All.FirstOrDefault(one => one.Name == service) is not { } paying)
        {
            return PageFaults.Bad("没有该服务。");
        }

        var question = new ListPublicityLinesRequest { PublicityId = id, PageSize = LinesAPage, PageToken = token ?? "" };
        var page = await calls.AskAsync(paying.Name, async (invoker, waiting) => await paying.ListLinesAsync(invoker, question, waiting), cancellation);
        return Results.Json(new
        {
            notice = Shown(page.Notice, await places.AllAsync(cancellation)),
            lines = page.Lines.Select(line => new { id = line.PayableId, name = line.PayeeName, payee = line.Payee, fen = line.AmountFen }),
            next = page.NextPageToken,
        });
    }

    // A service that does not answer says so beside the others' lists.
    private static async Task<object> PageOfAsync(
        PayingService service, ListPublicitiesRequest question, PageCalls calls, Places places, CancellationToken cancellation)
    {
        try
        {
            var page = await calls.AskAsync(service.Name, async (invoker, waiting) => await service.ListAsync(invoker, question, waiting), cancellation);
            var names = await places.AllAsync(cancellation);
            return new { service = service.Name, title = service.Title, available = true, today = page.Today.Text(), notices = page.Notices.Select(notice => Shown(notice, names)), next = page.NextPageToken };
        }
        catch (ServiceUnavailableException)
        {
            return new { service = service.Name, title = service.Title, available = false, notices = Array.Empty<object>(), next = "" };
        }
    }

    private static ListPublicitiesRequest? Question(string? region, int? fund, string? token) =>
        Division.TryParse(region, out var place) && place.Level != DivisionLevel.Nation && Enum.IsDefined((Fund)(fund ?? 0))
            ? new() { Pool = place.Code, Fund = (Fund)(fund ?? 0), PageSize = ListsAPage, PageToken = token ?? "" }
            : null;

    private static object Shown(PublicNotice notice, IReadOnlyDictionary<string, Place> names) => new
    {
        id = notice.PublicityId,
        notice.Title,
        place = names.GetValueOrDefault(notice.Pool)?.Path ?? notice.Pool,
        from = notice.From.Text(),
        to = notice.To.Text(),
        count = notice.Payables,
        fen = notice.AmountFen,
        workingDays = notice.WorkingDays,
        source = notice.TermSource,
        funds = notice.Funds.Select(fund => Funds.GetValueOrDefault(fund, "")),
    };
}
