using Npgsql;

namespace Wenye.Stabilization.Data;

/// <summary>What the database says of one firm for a refund (企业返还数据), as read; <see cref="RefundBasis"/> makes facts of it.</summary>
/// <remarks>Null is not known. "Last year" is the year before that of the decision, "this year" its own.</remarks>
internal readonly record struct RefundRow
{
    /// <summary>Reads the row at which the reader of <see cref="RefundFactsReader"/> stands.</summary>
    public RefundRow(NpgsqlDataReader row)
    {
        FirmId = row.GetInt64(0);
        CreditCode = row.GetString(1);
        Division = row.GetString(2);
        Pool = row.GetString(3);
        Industry = row.GetString(4);
        InsuredSince = row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5);
        IndustryPolicyOk = row.IsDBNull(6) ? null : row.GetBoolean(6);
        Unsound = row.IsDBNull(7) ? null : row.GetBoolean(7);
        Priority = row.GetInt16(8);
        ToRecoverFen = Amount(row, 9);
        LastYear = row.IsDBNull(10) ? null : new(row.GetInt16(10), row.GetInt16(11), row.GetInt16(12), row.GetInt16(13), row.GetInt16(14));
        TotalPaidFen = row.IsDBNull(10) ? 0 : row.GetInt64(15);
        InsuredAtEnd = row.IsDBNull(16) ? null : row.GetInt32(16);
        LaidOff = row.IsDBNull(10) ? 0 : row.GetInt32(17);
        ThisYear = row.IsDBNull(18) ? null : new(row.GetInt16(18), row.GetInt16(19), row.GetInt16(20), row.GetInt16(21), row.GetInt16(22));
        Employees = row.IsDBNull(23) ? null : row.GetInt32(23);
        RevenueFen = Amount(row, 24);
        AssetsFen = Amount(row, 25);
        GeneralFen = Amount(row, 26) ?? 0;
        DifficultFen = Amount(row, 27) ?? 0;
        Accounts2018 = row.IsDBNull(28) ? null : new(row.GetInt64(28), row.GetInt64(29), row.GetInt64(30), row.GetInt64(31));
        Accounts2019 = row.IsDBNull(32) ? null : new(row.GetInt64(32), row.GetInt64(33), row.GetInt64(34), row.GetInt64(35));
    }

    public long FirmId { get; init; }

    public string CreditCode { get; init; }

    public string Division { get; init; }

    public string Pool { get; init; }

    public string Industry { get; init; }

    public DateOnly? InsuredSince { get; init; }

    public bool? IndustryPolicyOk { get; init; }

    public bool? Unsound { get; init; }

    /// <summary>Number of the contract's Priority; 0: not known.</summary>
    public short Priority { get; init; }

    public long? ToRecoverFen { get; init; }

    public InsuredMonths? LastYear { get; init; }

    public long TotalPaidFen { get; init; }

    public int? InsuredAtEnd { get; init; }

    public int LaidOff { get; init; }

    public InsuredMonths? ThisYear { get; init; }

    /// <summary>Of last year, as the next two.</summary>
    public int? Employees { get; init; }

    public long? RevenueFen { get; init; }

    public long? AssetsFen { get; init; }

    /// <summary>Drawn this year under the general kind, fen.</summary>
    public long GeneralFen { get; init; }

    /// <summary>Drawn this year under the difficult kind, fen.</summary>
    public long DifficultFen { get; init; }

    /// <summary>Read for the difficult kind only.</summary>
    public Accounts? Accounts2018 { get; init; }

    /// <summary>As above.</summary>
    public Accounts? Accounts2019 { get; init; }

    private static long? Amount(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}

/// <summary>Months of a <see cref="FirmYear"/> (参保月份), as bits and as numbers of the years before.</summary>
internal readonly record struct InsuredMonths(short Known, short Paid, short Arrears, short PaidBefore, short ArrearsBefore);

/// <summary>A year of accounts (年度财务), fen.</summary>
internal readonly record struct Accounts(long RevenueFen, long ProfitFen, long AssetsFen, long LiabilitiesFen);
