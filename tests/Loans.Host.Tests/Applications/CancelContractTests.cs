using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>A contract that is never drawn is cancelled by its bank, and stands in nobody's way.</summary>
public sealed class CancelContractTests(LoansFixture fixture)
{
    [Fact]
    public async Task Whose_contract_was_cancelled_applies_again_and_is_lent_to()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371622");
        var (person, partner) = (ApplicationScene.NewPerson(), ApplicationScene.NewPerson());
        var contracted = await scene.UpToAsync(ApplicationState.Contracted, ApplicationScene.Graduate(person), ApplicationScene.Graduate(partner));
        var cancelling = Cancelling(contracted);

        var cancelled = await scene.Bank.CancelContractAsync(cancelling);

        (cancelled.Application.State, cancelled.Application.Due, cancelled.Application.At).ShouldBe((ApplicationState.Withdrawn, null, ApplicationParty.Unspecified));
        cancelled.Application.Steps[^1].Note.ShouldBe("取消合同：借款人放弃贷款");
        (await scene.Bank.CancelContractAsync(cancelling)).ShouldBe(cancelled);
        (await ApplicationScene.RefusedAsync(async () => await scene.Bank.CancelContractAsync(Cancelling(contracted)))).ShouldBe((StatusCode.FailedPrecondition, "APPLICATION_STATE"));
        foreach (var one in new[] { person, partner })
        {
            (await scene.UpToAsync(ApplicationState.Contracted, ApplicationScene.Graduate(one))).Decisions.ShouldNotContain(decision => decision.Decision.Program == "loans.repeat");
        }
    }

    [Fact]
    public async Task A_cancelled_loan_is_read_by_its_id_and_stands_in_no_list_and_nothing_is_booked_on_it()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371623");
        var contracted = await scene.UpToAsync(ApplicationState.Contracted);
        var (books, drawing) = (scene.BankClient<LoanBookService.LoanBookServiceClient>(calls => new(calls)), Drawing(contracted));
        var number = (await books.ListLoansAsync(new())).Loans.ShouldHaveSingleItem().ContractNumber;
        await scene.Bank.CancelContractAsync(Cancelling(contracted));

        var loan = (await books.GetLoanAsync(new() { LoanId = contracted.LoanId })).Loan;

        (loan.CancelledOn, loan.ContractNumber).ShouldBe((LoansFixture.Today.ToContract(), number));
        (await books.ListLoansAsync(new())).Loans.ShouldBeEmpty();
        (await ApplicationScene.RefusedAsync(async () => await books.RecordDisbursementAsync(drawing))).ShouldBe((StatusCode.FailedPrecondition, "LOAN_CANCELLED"));
        (await ApplicationScene.RefusedAsync(async () => await books.SetScheduleAsync(new()
        {
            RequestId = "s", LoanId = contracted.LoanId, Handling = ApplicationScene.By(),
            Schedule = { new Instalment { DueOn = LoansFixture.Today.AddDays(30).ToContract(), PrincipalFen = loan.PrincipalFen } },
        }))).ShouldBe((StatusCode.FailedPrecondition, "LOAN_CANCELLED"));
        (await FileAsync(scene, number)).Faults.ShouldHaveSingleItem().Field.ShouldBe("contract_number");
        (await fixture.ReadAsync<long>("select count(*) from loan_entry where loan_id = $1", Guid.Parse(contracted.LoanId))).ShouldBe(0);
        var later = new ApplicationService.ApplicationServiceClient(fixture.OnAs(LoansFixture.Today.AddDays(60), scene.BankAgency, scene.Division, Roles.LoanBank));
        (await later.ListOverdueStepsAsync(new())).Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_drawn_is_not_cancelled_unless_it_was_taken_back()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371603");
        var contracted = await scene.UpToAsync(ApplicationState.Contracted);
        await scene.ReachRateAsync();
        var (books, drawing) = (scene.BankClient<LoanBookService.LoanBookServiceClient>(calls => new(calls)), Drawing(contracted));
        (await books.RecordDisbursementAsync(drawing)).Disbursed.ShouldBeTrue();

        (await ApplicationScene.RefusedAsync(async () => await scene.Bank.CancelContractAsync(Cancelling(contracted)))).ShouldBe((StatusCode.FailedPrecondition, "LOAN_DRAWN"));

        await books.RecordEntryAsync(new() { RequestId = "r", LoanId = contracted.LoanId, Entry = new() { Kind = LoanEntryKind.Reversal, Reference = "back", Reverses = drawing.Reference } });
        (await scene.Bank.CancelContractAsync(Cancelling(contracted))).Application.State.ShouldBe(ApplicationState.Withdrawn);
    }

    [Fact]
    public async Task Of_cancelling_and_drawing_at_once_one_wins()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371625");
        var contracted = await scene.UpToAsync(ApplicationState.Contracted);
        await scene.ReachRateAsync();
        var books = scene.BankClient<LoanBookService.LoanBookServiceClient>(calls => new(calls));

        var outcomes = await Task.WhenAll(
            TryAsync(async () => (await scene.Bank.CancelContractAsync(Cancelling(contracted))).Application.State.ToString()),
            TryAsync(async () => (await books.RecordDisbursementAsync(Drawing(contracted))).Disbursed ? "Drawn" : "Limited"));

        string.Join(' ', outcomes).ShouldBeOneOf("Withdrawn LOAN_CANCELLED", "LOAN_DRAWN Drawn");
    }

    [Fact]
    public async Task Only_the_bank_of_a_contract_cancels_it_and_says_why()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "371681");
        var other = await ApplicationScene.AtAsync(fixture, "371681");
        var contracted = await scene.UpToAsync(ApplicationState.Contracted);

        var fault = await Should.ThrowAsync<RpcException>(async () => await scene.Bank.CancelContractAsync(new() { RequestId = "r", ApplicationId = contracted.ApplicationId }));
        (fault.StatusCode, string.Join(' ', fault.Fields())).ShouldBe((StatusCode.InvalidArgument, "AAE013 AAE011"));
        (await ApplicationScene.RefusedAsync(async () => await other.Bank.CancelContractAsync(Cancelling(contracted)))).ShouldBe((StatusCode.PermissionDenied, "NOT_ASSIGNED"));
        (await Should.ThrowAsync<RpcException>(async () => await scene.Office.CancelContractAsync(Cancelling(contracted)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var open = await scene.UpToAsync(ApplicationState.Checked);
        (await ApplicationScene.RefusedAsync(async () => await scene.Bank.CancelContractAsync(Cancelling(open)))).ShouldBe((StatusCode.FailedPrecondition, "APPLICATION_STATE"));
    }

    private static CancelContractRequest Cancelling(LoanApplication application) => new()
    {
        RequestId = ApplicationScene.NewId(), ApplicationId = application.ApplicationId, Handling = new() { Operator = "虚构经办", Remarks = "借款人放弃贷款" },
    };

    private static RecordDisbursementRequest Drawing(LoanApplication application) => new()
    {
        RequestId = ApplicationScene.NewId(), LoanId = application.LoanId, On = LoansFixture.Today.ToContract(), AmountFen = application.RequestedFen, Reference = ApplicationScene.NewId(),
    };

    private static async Task<ImportLoanEntriesResponse> FileAsync(ApplicationScene scene, string number)
    {
        using var call = scene.BankClient<LoanImportService.LoanImportServiceClient>(calls => new(calls)).ImportLoanEntries();
        var told = new EntryFacts { Kind = LoanEntryKind.Drawdown, On = LoansFixture.Today.ToContract(), PrincipalFen = 1, Reference = "d" };
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = "取消后" } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { new LoanEntryRow { Row = 1, ContractNumber = number, Entry = told } } } });
        });
    }

    private static async Task<string> TryAsync(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException refusal)
        {
            return refusal.Reason();
        }
    }
}
