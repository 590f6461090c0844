using Npgsql;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;

namespace Wenye.Payments.Approval;

/// <summary>What a call would approve (批准范围): a public list's payables that are not approved yet, or those named.</summary>
internal sealed record ApprovalScope(Guid? Publicity, Guid[] Ids)
{
    // Publicised for its whole term without an open objection, or none is needed.
    private static readonly string IsReady =
        $"((p.state = {(int)PayableState.Publicised} AND u.\"to\" < @today) OR (p.state = {(int)PayableState.Decided} AND NOT p.needs_publicity))";

    private string From => $"FROM payable p LEFT JOIN publicity u ON u.id = p.publicity_id WHERE {Which}";

    private string Which => Publicity is null
        ? "p.id = ANY(@ids)"
        : $"p.publicity_id = @publicity AND p.state IN ({(int)PayableState.Publicised}, {(int)PayableState.Objected})";

    /// <summary>Locks them, in the order in which everything locks payables.</summary>
    public string Lock => $"SELECT count(*) FROM (SELECT p.id {From} ORDER BY p.number FOR UPDATE OF p) locked";

    /// <summary>The FROM and WHERE of those that may be approved.</summary>
    public string Ready => $"{From} AND {IsReady}";

    /// <summary>The keys of their budgets.</summary>
    public string Budgets => $"SELECT p.fund, p.pool, @year {Ready}";

    /// <summary>Id and reason of those that may not.</summary>
    public string NotReady => $"""
        SELECT p.id, CASE
            WHEN p.state = {(int)PayableState.Publicised} THEN 'PUBLICITY_NOT_OVER'
            WHEN p.state = {(int)PayableState.Objected} THEN 'OBJECTION_OPEN'
            WHEN p.state = {(int)PayableState.Decided} THEN 'PUBLICITY_NOT_STARTED'
            ELSE 'STATE' END
        {From} AND NOT coalesce({IsReady}, false)
        """;

    public IEnumerable<NpgsqlParameter> Parameters(DateOnly today) =>
    [
        Publicity is { } publicity ? PaymentCommands.Named("publicity", publicity) : PaymentCommands.Named("ids", Ids),
        PaymentCommands.Named("today", today),
        PaymentCommands.Named("year", today.Year),
    ];
}
