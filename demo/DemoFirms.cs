using System.Globalization;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;

namespace Wenye.Demo;

/// <summary>Four firms that do not exist (虚构企业), new ones at every run, and what agencies know of them in 2020.</summary>
/// <param name="Fresh">A small firm that has drawn nothing this year.</param>
/// <param name="Drew">A small firm that drew 50 % before 63号.</param>
/// <param name="LaidOff">A firm of which a third was laid off.</param>
/// <param name="Unknown">A firm whose contributions of one month nobody sent.</param>
internal sealed record DemoFirms(string Fresh, string Drew, string LaidOff, string Unknown)
{
    /// <summary>淄博市: no rule of its own beside the province's.</summary>
    public const string Pool = "370300";

    private const string County = "370302";
    private const int Staff = 24;
    private const long MonthlyFen = 123_457;

    public static DemoFirms New()
    {
        var first = Random.Shared.Next(1_000_000, 9_999_990);
        return new(Code(first), Code(first + 1), Code(first + 2), Code(first + 3));
    }

    /// <summary>Rows for the import, numbered.</summary>
    public IReadOnlyList<FirmDataRow> Rows()
    {
        FirmDataRow[] rows =
        [
            new() { Fund = new() { Pool = Pool, Month = "2019-12", BalanceFen = 88_000_000_000, MonthsCovered = "18.50" } },
            new() { Fund = new() { Pool = Pool, Month = "2020-05", BalanceFen = 86_000_000_000, MonthsCovered = "17.25" } },
            new() { Feed = new() { Pool = Pool, Year = 2019, Feed = Feed.Reductions, Complete = true } },
            new() { Feed = new() { Pool = Pool, Year = 2020, Feed = Feed.PastRefunds, Complete = true } },
            .. new[] { Fresh, Drew, LaidOff, Unknown }.SelectMany(Firm),
            new() { PastRefund = new() { CreditCode = Drew, Year = 2020, Kind = RefundKind.General, PaidFen = MonthlyFen * 12 / 2 } },
            new() { Reduction = new() { CreditCode = LaidOff, Month = "2019-08", Kind = ReductionKind.Dismissed, People = Staff / 3 } },
            new() { Reduction = new() { CreditCode = LaidOff, Month = "2019-08", Kind = ReductionKind.Retired, People = 1 } },
        ];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].Row = i + 1;
        }

        return rows;
    }

    private IEnumerable<FirmDataRow> Firm(string code)
    {
        yield return new()
        {
            Firm = new()
            {
                CreditCode = code, Name = $"虚构企业{code[^6..]}有限公司", Division = County, Industry = "C", InsuredSince = "2016-03", IndustryPolicyOk = true,
                ZombieOrDishonestOrBankrupt = false, Priority = Priority.None, ToRecoverFen = 0, BankAccount = "620000000000", BankName = "虚构银行", Phone = "13900000000",
            },
        };
        yield return new()
        {
            Finance = new() { CreditCode = code, Year = 2019, RevenueFen = 900_000_000, ProfitFen = 30_000_000, AssetsFen = 700_000_000, LiabilitiesFen = 300_000_000, Employees = Staff },
        };
        for (var month = 0; month < 17; month++)
        {
            if (code == Unknown && month == 6)
            {
                continue;
            }

            yield return new()
            {
                Contribution = new()
                {
                    CreditCode = code, Month = string.Create(CultureInfo.InvariantCulture, $"{2019 + (month / 12)}-{(month % 12) + 1:00}"), Insured = Staff,
                    DueFen = MonthlyFen, PaidFen = MonthlyFen, Relief = ContributionRelief.None,
                },
            };
        }
    }

    private static string Code(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"9{number:0000000}");
        var start = $"91{County}{body}{UnifiedSocialCreditCode.OrganisationCheck(body)}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }
}
