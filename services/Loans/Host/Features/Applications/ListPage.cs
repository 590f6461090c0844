using Google.Protobuf;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications;

/// <summary>Which applications of a place a page shows (分页范围), oldest first.</summary>
/// <param name="From">First code of the place; empty with To: a partner's own, wherever.</param>
/// <param name="To">After the last.</param>
/// <param name="After">The last one shown.</param>
/// <param name="Size">每页条数.</param>
internal sealed record ListPage(string From, string To, Guid After, int Size)
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault, or PERMISSION_DENIED.</exception>
    public static ListPage Read(RequestFaults faults, IMessage request, string asked, Caller caller, int usual, int longest, int size)
    {
        var isPartner = caller.Roles.Contains(Roles.LoanBank) || caller.Roles.Contains(Roles.LoanGuarantor);
        var division = asked.Length > 0 ? faults.Division(asked, "division").Code : isPartner ? "" : caller.Division;
        var rows = faults.PageSize(size, usual, longest);
        var position = faults.Position(request, parts: 1);
        var after = position is null ? Guid.Empty : faults.Id(position[0], "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        if (!isPartner)
        {
            caller.DemandDivision(division);
        }

        var (from, to) = division.Length > 0 ? DivisionRange.Of(division) : new DivisionRange("", ":");
        return new ListPage(from, to, after, rows);
    }

    public IQueryable<LoanApplication> Of(IQueryable<LoanApplication> visible) =>
        visible.Where(one => string.Compare(one.Division, From) >= 0 && string.Compare(one.Division, To) < 0 && one.Id > After);
}
