using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using LoanPaper = Wenye.Contracts.Loans.V1.LoanPaper;

namespace Wenye.Loans.Features.Applications;

/// <summary>What applicants are told is missing, once by each party (一次性告知), 鲁财金〔2020〕25号 六.</summary>
internal static class Notices
{
    /// <summary>Tells it (告知).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION PAPER_AT_HAND or NOT_TOLD_AT_ONCE, each paper by its field.</exception>
    public static void Give(this Dossier dossier, ApplicationParty party, DateOnly on, IReadOnlyList<MissingFile> items)
    {
        var asked = items.Where(item => item.Fact.Length == 0).ToList();
        Demand(
            [.. asked.Where(item => IsAtHand(dossier.File, item))],
            "PAPER_AT_HAND", "该材料申请人已提交，各方共用（多审合一），不再重复收取");
        var before = dossier.File.Notices.Where(notice => notice.Party == party).ToList();
        Demand(
            before.Count == 0 ? [] : [.. asked.Where(item => !before.Exists(notice => notice.Items.Contains(item)) && CouldBeNamed(dossier.File, item, before[^1]))],
            "NOT_TOLD_AT_ONCE", "首次告知时即可列明的材料应当一次性告知（鲁财金〔2020〕25号 六），不得再次要求");
        dossier.File.Notices.Add(new NoticeFile { Party = party, GivenOn = on, Items = [.. items] });
    }

    /// <summary>Whether a paper was supplied (是否已有).</summary>
    public static bool IsAtHand(ApplicationFile file, MissingFile item) => item.Paper == LoanPaper.Unspecified
        ? file.FurtherPapers.Contains(item.Further)
        : PapersOf(file, item).ContainsKey(item.Paper);

    /// <summary>The papers of whom an item is of (该主体材料).</summary>
    public static IDictionary<LoanPaper, LoanPaperForm> PapersOf(ApplicationFile file, MissingFile item) => item switch
    {
        { Hire: > 0 } => file.Firm!.Hires[item.Hire - 1].Papers,
        { Person: > 0 } => file.People[item.Person - 1].Papers,
        _ => file.Firm?.Papers ?? new Dictionary<LoanPaper, LoanPaperForm>(),
    };

    // But for a paper of a category that was stated after the notice, everything could.
    private static bool CouldBeNamed(ApplicationFile file, MissingFile item, NoticeFile last)
    {
        var since = item switch
        {
            { Paper: LoanPaper.Unspecified } => 0,
            { Hire: > 0 } => file.Firm!.Hires[item.Hire - 1].CategorySinceNotice,
            { Person: > 0 } => file.People[item.Person - 1].CategorySinceNotice,
            _ => 0,
        };
        return since <= file.Notices.IndexOf(last);
    }

    private static void Demand(IReadOnlyList<MissingFile> wrong, string reason, string message)
    {
        if (wrong.Count > 0)
        {
            throw RpcErrors.FailedPrecondition(reason, message, [.. wrong.Select(item => new FieldError(FieldOf(item), message))]);
        }
    }

    private static string FieldOf(MissingFile item) => item.Paper == LoanPaper.Unspecified
        ? "further_papers"
        : $"papers[person={item.Person},hire={item.Hire},paper={Policy.Term<Domain.Procedure.LoanPaper>.Text((Domain.Procedure.LoanPaper)item.Paper)}]";
}
