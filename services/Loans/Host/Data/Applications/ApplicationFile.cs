using System.Text.Json;
using Wenye.Contracts.Loans.V1;

namespace Wenye.Loans.Data;

/// <summary>What was stated, found and told of an application so far (申请档案). What is null is not established.</summary>
/// <remarks>Kept as one encrypted text: it is read and written as a whole, under the locks of its people.</remarks>
public sealed class ApplicationFile
{
    /// <summary>In the order of their positions.</summary>
    public IList<BorrowerFile> People { get; set; } = [];

    /// <summary>Of ENTERPRISE.</summary>
    public FirmFile? Firm { get; set; }

    /// <summary>Papers in no list that were supplied, by name.</summary>
    public IList<string> FurtherPapers { get; set; } = [];

    /// <summary>Oldest first.</summary>
    public IList<NoticeFile> Notices { get; set; } = [];

    /// <summary>还款积极、带动就业能力强、创业项目好, as the guarantor found.</summary>
    public bool? WellRated { get; set; }

    /// <summary>The canonical loans.counter_guarantee when it exempts.</summary>
    public string? Exemption { get; set; }

    public static ApplicationFile Read(string text) => JsonSerializer.Deserialize<ApplicationFile>(text) ?? throw new JsonException("An application has a file.");

    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>Someone who borrows (借款人情况).</summary>
public sealed class BorrowerFile
{
    public BorrowerCategory Category { get; set; }

    /// <summary>How many notices there were when the category was stated last: a paper that it asks for could not be named before.</summary>
    public int CategorySinceNotice { get; set; }

    public bool? HasBusiness { get; set; }

    public string BusinessCode { get; set; } = "";

    public bool? EmployedElsewhere { get; set; }

    public bool? UrbanResident { get; set; }

    public PriorFile? Prior { get; set; }

    public bool? HitByEpidemic { get; set; }

    public IDictionary<LoanPaper, LoanPaperForm> Papers { get; set; } = new Dictionary<LoanPaper, LoanPaperForm>();

    /// <summary>As of the qualification.</summary>
    public RegisterFile Registers { get; set; } = new();

    /// <summary>What they said when a guarantor's or bank's step asked again; null: none did.</summary>
    public RegisterFile? Later { get; set; }

    /// <summary>As the office found, and the next.</summary>
    public bool? InWorkingAge { get; set; }

    public bool? CategoryConfirmed { get; set; }

    /// <summary>As the bank found, and the next two.</summary>
    public bool? GoodCredit { get; set; }

    public IList<OtherLoanFile>? OtherLoans { get; set; }

    public IList<OtherLoanFile>? SpouseOtherLoans { get; set; }
}

/// <summary>A firm that borrows (企业情况).</summary>
public sealed class FirmFile
{
    public string Name { get; set; } = "";

    public LoanFirmSize Size { get; set; }

    public int? Employees { get; set; }

    public PriorFile? Prior { get; set; }

    public IList<HireFile> Hires { get; set; } = [];

    public IDictionary<LoanPaper, LoanPaperForm> Papers { get; set; } = new Dictionary<LoanPaper, LoanPaperForm>();

    /// <summary>As the office found.</summary>
    public bool? Arrears { get; set; }

    /// <summary>As the bank found, and the next.</summary>
    public bool? GoodCredit { get; set; }

    public bool? GoodRepute { get; set; }
}

/// <summary>Someone whom the firm took on (新招用人员).</summary>
public sealed class HireFile
{
    public string Name { get; set; } = "";

    public string IdNumber { get; set; } = "";

    public BorrowerCategory Category { get; set; }

    /// <summary>As of a borrower.</summary>
    public int CategorySinceNotice { get; set; }

    /// <summary>0: not established.</summary>
    public int ContractMonths { get; set; }

    public IDictionary<LoanPaper, LoanPaperForm> Papers { get; set; } = new Dictionary<LoanPaper, LoanPaperForm>();

    public bool? CategoryConfirmed { get; set; }

    public RegisterFile Registers { get; set; } = new();
}

/// <summary>What Registration said of someone when it was asked last (登记核验).</summary>
public sealed class RegisterFile
{
    /// <summary>When they were asked.</summary>
    public DateOnly AskedOn { get; set; }

    /// <summary>Whether the registers know the person.</summary>
    public bool Known { get; set; }

    /// <summary>Registration's key of the person, which its events carry (登记系统人员标识); null: not known.</summary>
    public Guid? PersonKey { get; set; }

    public bool Unemployed { get; set; }

    public DateOnly? UnemployedSince { get; set; }

    public bool Hardship { get; set; }

    /// <summary>Employments that last.</summary>
    public IList<WorkFile> Work { get; set; } = [];
}

/// <summary>An employment that lasts (在业).</summary>
/// <param name="ForUnit">Of a unit or in a welfare post; else a business of one's own or flexible.</param>
/// <param name="Since">就业日期.</param>
/// <param name="EmployerCode">Empty: none was registered.</param>
public sealed record WorkFile(bool ForUnit, DateOnly Since, string EmployerCode);

/// <summary>Loans before this platform (此前已获贷款).</summary>
/// <param name="Count">次数.</param>
/// <param name="Repaid">已还款.</param>
/// <param name="RepaidInTime">按时还清.</param>
public sealed record PriorFile(int Count, bool? Repaid, bool? RepaidInTime);

/// <summary>A loan someone already has (其他贷款).</summary>
public sealed record OtherLoanFile(OtherLoanKind Kind, long AmountFen);

/// <summary>What a party told the applicant is missing (一次性告知).</summary>
public sealed class NoticeFile
{
    public ApplicationParty Party { get; set; }

    public DateOnly GivenOn { get; set; }

    public IList<MissingFile> Items { get; set; } = [];

    /// <summary>Null: not all supplied yet.</summary>
    public DateOnly? SuppliedOn { get; set; }
}

/// <summary>A paper or fact wanted (待补充事项).</summary>
/// <param name="Person">0: the application; else a position.</param>
/// <param name="Hire">0: of no hire.</param>
/// <param name="Paper">Unspecified: a fact or a further paper.</param>
/// <param name="Fact">Empty: a paper.</param>
/// <param name="Further">A paper in no list; else empty.</param>
public sealed record MissingFile(int Person, int Hire, LoanPaper Paper, string Fact, string Further);
