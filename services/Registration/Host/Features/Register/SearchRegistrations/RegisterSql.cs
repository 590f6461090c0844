using Wenye.Policy;

namespace Wenye.Registration.Features.Register.SearchRegistrations;

/// <summary>The search as SQL (检索语句), one text for each shape of question, so that each has one plan.</summary>
/// <remarks>
/// A search by person begins with the person and looks at their few registrations. Any other reads one index in the order of
/// the answer, live and ended apart, and stops at the page's end: an office's index where an office is named, else the
/// county's, city's or province's. LIMIT in each part keeps the planner from trading that for a scan or a sort, and what is
/// optional is in the text or not in it: "$1 IS NULL OR …" has no good plan. See RegisterSearchMapping.
/// </remarks>
internal static class RegisterSql
{
    private const string LatestFirst = "ORDER BY k.registered_on DESC, k.id DESC";

    /// <summary>Ids of the registrations of a page, named "Value" as EF Core's SqlQuery wants it; {0}, {1} … stand for the values.</summary>
    /// <returns>One registration more than the page holds, when there is one.</returns>
    public static (string Text, object[] Values) Of(RegisterQuery query)
    {
        var values = new List<object>();
        string Value(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }

        var limit = query.PageSize + 1;
        var ofPerson = query.Name is not null || query.Identity is not null;
        var keys = ofPerson ? ByPerson(query, Value, limit) : ByPlace(query, Value, limit);
        return ($"{keys} {LatestFirst} LIMIT {limit}", [.. values]);
    }

    private static string ByPerson(RegisterQuery query, Func<object, string> value, int limit)
    {
        var named = query.Name is { } name ? $"p.name_lookup = {value(name)}" : null;
        var who = $"SELECT p.id FROM person AS p WHERE {named}";
        if (query.Identity is { } identity)
        {
            // Not one condition with OR: that would read every person.
            var (hash, also) = (value(identity), named is null ? "" : $" AND {named}");
            who = $"""
                SELECT p.id FROM person AS p WHERE p.identity = {hash}{also}
                UNION SELECT p.id FROM person_document AS d JOIN person AS p ON p.id = d.person_id WHERE d.document = {hash}{also}
                """;
        }

        var office = query.OfficeId is { } id ? $" AND (r.office_id = {value(id)}) IS TRUE" : "";
        return $"""
            SELECT k.id AS "Value" FROM ({who}) AS who
            CROSS JOIN LATERAL ({Part($"r.person_id = who.id AND {Below(query.Division, value)}{office}{Status(query.Ended)}", query, value, limit)}) AS k
            """;
    }

    private static string ByPlace(RegisterQuery query, Func<object, string> value, int limit)
    {
        var place = query.OfficeId is { } office ? $"r.office_id = {value(office)} AND {Below(query.Division, value)}" : Exactly(query.Division, value);
        bool[] halves = query.Ended is { } ended ? [ended] : [false, true];
        var parts = halves.Select(half => $"({Part($"{place}{Status(half)}", query, value, limit)})");
        return $"""SELECT k.id AS "Value" FROM ({string.Join(" UNION ALL ", parts)}) AS k""";
    }

    private static string Part(string condition, RegisterQuery query, Func<object, string> value, int limit) =>
        $"""
        SELECT r.id, r.registered_on FROM registration AS r
        WHERE {condition} AND r.registered_on >= {value(query.From)} AND (r.registered_on, r.id) < ({value(query.Before.Day)}, {value(query.Before.Id)})
        ORDER BY r.registered_on DESC, r.id DESC LIMIT {limit}
        """;

    // The column that has an index of its own for divisions of this level.
    private static string Exactly(Division division, Func<object, string> value) => division.Level switch
    {
        DivisionLevel.Province => $"r.province = {value(division.Code[..2])}",
        DivisionLevel.City => $"r.city = {value(division.Code[..4])}",
        _ => $"r.division = {value(division.Code)}",
    };

    // What narrows a search that another index leads, written so that its own index is no choice: the planner takes any range
    // of divisions for a narrow one, and would read a whole county for one office or one person.
    private static string Below(Division division, Func<object, string> value)
    {
        var digits = division.Level switch { DivisionLevel.Province => 2, DivisionLevel.City => 4, _ => 6 };
        return $"left(r.division, {digits}) = {value(division.Code[..digits])}";
    }

    private static string Status(bool? ended) => ended switch { true => " AND r.ended = true", false => " AND r.ended = false", null => "" };
}
