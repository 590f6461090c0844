using System.Buffers.Text;
using System.Text;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListRegistrationCounts;

/// <summary>Where the next page begins (分页标记): after this figure. Callers see opaque text bound to their query.</summary>
internal readonly record struct PageToken(string Division, string Period)
{
    /// <summary>The token of the page that follows a figure.</summary>
    public static string After(ListRegistrationCountsRequest request, RegistrationTally last) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', QueryOf(request), last.Division, last.Period)));

    /// <summary>Reads the request's token; false when it is not one, or belongs to another query.</summary>
    public static bool TryRead(ListRegistrationCountsRequest request, out PageToken after)
    {
        after = new PageToken("", "");
        if (request.PageToken.Length == 0)
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[128];
        if (!Base64Url.IsValid(request.PageToken) || !Base64Url.TryDecodeFromChars(request.PageToken, bytes, out var length))
        {
            return false;
        }

        var query = QueryOf(request);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        if (!text.StartsWith(query + "|", StringComparison.Ordinal) || text[(query.Length + 1)..].Split('|') is not [var division, var period])
        {
            return false;
        }

        after = new PageToken(division, period);
        return true;
    }

    private static string QueryOf(ListRegistrationCountsRequest request) =>
        $"{request.Division}|{request.FromPeriod}|{request.ToPeriod}";
}
