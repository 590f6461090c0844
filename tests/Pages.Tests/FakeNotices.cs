using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Pages.Tests;

/// <summary>Public lists as a service that pays would answer them: 22 lists, the newest with 60 lines.</summary>
internal sealed class FakeNotices : PaymentService.PaymentServiceBase
{
    public const string NewestTitle = "2020年第22批稳岗返还公示";
    private const int Lists = 22;
    private const int Lines = 60;

    private static string Id(int number) => $"00000000-0000-7000-8000-{number:000000000000}";

    public override Task<ListPublicitiesResponse> ListPublicities(ListPublicitiesRequest request, ServerCallContext context)
    {
        var from = request.PageToken.Length == 0 ? Lists : int.Parse(request.PageToken, System.Globalization.CultureInfo.InvariantCulture);
        var wanted = Enumerable.Range(1, from).Reverse().Where(_ => request.Pool is "370000" or "370100" && request.Fund is Fund.Unspecified or Fund.UnemploymentInsurance).ToList();
        return Task.FromResult(new ListPublicitiesResponse
        {
            Notices = { wanted.Take(request.PageSize).Select(Notice) },
            NextPageToken = wanted.Count > request.PageSize ? $"{from - request.PageSize}" : "",
            Today = new Date { Year = 2020, Month = 11, Day = 20 },
        });
    }

    public override Task<ListPublicityLinesResponse> ListPublicityLines(ListPublicityLinesRequest request, ServerCallContext context)
    {
        if (request.PublicityId != Id(Lists))
        {
            throw RpcErrors.NotFound("PUBLICITY_NOT_FOUND", "没有这份公示名单，请核对公示标识");
        }

        var after = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, System.Globalization.CultureInfo.InvariantCulture);
        return Task.FromResult(new ListPublicityLinesResponse
        {
            Notice = Notice(Lists),
            Lines = { Enumerable.Range(after + 1, Math.Min(request.PageSize, Lines - after)).Select(Line) },
            NextPageToken = after + request.PageSize < Lines ? $"{after + request.PageSize}" : "",
        });
    }

    private static PublicNotice Notice(int number) => new()
    {
        PublicityId = Id(number), Title = $"2020年第{number}批稳岗返还公示", Pool = "370100", From = new Date { Year = 2020, Month = 11, Day = 17 },
        To = new Date { Year = 2020, Month = 11, Day = 24 }, Payables = Lines, AmountFen = 123_456_789L * number, WorkingDays = 5, TermSource = "平台最低公示期",
        Funds = { Fund.UnemploymentInsurance },
    };

    private static PublicityLine Line(int number) => new()
    {
        PayableId = $"10000000-0000-7000-8000-{number:000000000000}", PayeeName = number % 2 == 0 ? "张**" : $"济南第{number}机械有限公司",
        Payee = number % 2 == 0 ? "0199a1b2****" : "91370100MA3C00011G", AmountFen = 1_000_005L * number,
    };
}
