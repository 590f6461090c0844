using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications;

/// <summary>Applications as callers see them (申请应答).</summary>
internal sealed class ApplicationAnswers(LoansDbContext database, ApplicationStandings standings)
{
    /// <summary>The application with file and steps, and these decisions (申请).</summary>
    public async Task<Contract.LoanApplication> OfAsync(
        Dossier dossier, Caller caller, IEnumerable<ApplicationDecision> decisions, CancellationToken cancellation)
    {
        var (row, whole) = (dossier.Row, caller.SeesPeople());
        var answer = Head(row);
        answer.GuarantorId = row.FundId is { } fund
            ? (await database.Funds.Where(one => one.Id == fund).Select(one => one.GuarantorId).SingleAsync(cancellation)).ToString()
            : "";
        if (row.State == ApplicationState.Contracted)
        {
            // Added in this call or read: the tracker knows the first, the table the second.
            var loan = database.Loans.Local.FirstOrDefault(one => one.ApplicationId == row.Id)
                ?? await database.Loans.AsNoTracking().SingleAsync(one => one.ApplicationId == row.Id, cancellation);
            answer.LoanId = loan.Id.ToString();
            (answer.At, answer.Due) = loan.DisbursedOn is null ? (answer.At, answer.Due) : (ApplicationParty.Unspecified, null);
        }

        answer.Borrowers.Add(dossier.People.Zip(dossier.File.People).Select(one => BorrowerAnswers.Of(one.First, one.Second, whole)));
        answer.Firm = dossier.File.Firm is { } firm ? BorrowerAnswers.Of(firm, row.CreditCode!, whole) : null;
        answer.FurtherPapers.Add(dossier.File.FurtherPapers);
        answer.Notices.Add(dossier.File.Notices.Select(Of));
        answer.Decisions.Add(decisions);
        answer.Steps.Add(row.Steps.OrderBy(step => step.Sequence).Select(step => Of(step, whole)));
        if (whole)
        {
            await standings.AddAsync(answer, dossier, cancellation);
        }

        return answer;
    }

    /// <summary>The same with every decision of it that is stored, also those that this call adds (含全部决定).</summary>
    public async Task<Contract.LoanApplication> WithAllAsync(Dossier dossier, Caller caller, CancellationToken cancellation)
    {
        var stored = await database.Set<StoredLoanDecision>().AsNoTracking().Where(one => one.ApplicationId == dossier.Row.Id).ToListAsync(cancellation);
        return await OfAsync(dossier, caller, stored.Concat(NewOf(dossier)).OrderBy(one => one.Sequence).Select(Of), cancellation);
    }

    /// <summary>The same with the decisions that this call adds (含本次决定).</summary>
    public Task<Contract.LoanApplication> WithNewAsync(Dossier dossier, Caller caller, CancellationToken cancellation) =>
        OfAsync(dossier, caller, NewOf(dossier).Select(Of), cancellation);

    /// <summary>The application for a list (清单行): people masked for everybody, without file and steps.</summary>
    public static Contract.LoanApplication Listed(LoanApplication row, IEnumerable<Person> people)
    {
        var answer = Head(row);
        answer.Borrowers.Add(people.Select(person => new Borrower { Name = Masked.Name(person.Name), IdNumber = Masked.Id(person.IdNumber) }));
        return answer;
    }

    /// <summary>What is missing (待补充事项).</summary>
    public static MissingItem Of(MissingFile item) => new() { Person = item.Person, Hire = item.Hire, Paper = item.Paper, Fact = item.Fact, FurtherPaper = item.Further };

    private static IEnumerable<StoredLoanDecision> NewOf(Dossier dossier) => dossier.Row.Decisions;

    private static Contract.LoanApplication Head(LoanApplication row)
    {
        var answer = new Contract.LoanApplication
        {
            ApplicationId = row.Id.ToString(),
            Kind = row.Kind,
            Division = row.Division,
            AppliedOn = row.AppliedOn.ToContract(),
            State = row.State,
            RequestedFen = row.RequestedFen,
            TermMonths = row.TermMonths,
            Use = row.Use,
            BankId = row.BankId?.ToString() ?? "",
            FundId = row.FundId?.ToString() ?? "",
            At = row.State == ApplicationState.Incomplete ? ApplicationParty.Unspecified : ApplicationDeadlines.PartyAt(row.State),
            Due = row.Due?.ToContract(),
            RefusedBy = row.RefusedBy,
            RefusalReason = row.RefusalReason ?? "",
            RefusedOn = row.RefusedOn?.ToContract(),
            RefusalToldOn = row.RefusalToldOn?.ToContract(),
        };
        if (row.CounterGuaranteeRequired is { } required)
        {
            answer.CounterGuaranteeRequired = required;
        }

        return answer;
    }

    private static ApplicationDecision Of(StoredLoanDecision stored) => new()
    {
        Party = stored.Party, Person = stored.Person, Hire = stored.Hire, Decision = StoredDecisions.ToContract(stored.Decision),
    };

    private static MissingNotice Of(NoticeFile notice) => new()
    {
        Party = notice.Party, GivenOn = notice.GivenOn.ToContract(), SuppliedOn = notice.SuppliedOn?.ToContract(), Items = { notice.Items.Select(Of) },
    };

    private static LoanStep Of(Data.ApplicationStep step, bool whole) => new()
    {
        State = ApplicationTypesReflection.Descriptor.EnumTypes.Single(one => one.Name == nameof(ApplicationState)).FindValueByNumber((int)step.State).Name,
        OccurredAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(step.OccurredAt),
        Agency = step.Agency,
        Operator = whole ? step.Operator ?? "" : "",
        Note = whole ? step.Note ?? "" : "",
    };
}
