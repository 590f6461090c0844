using System.Text;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using ApplicationStep = Wenye.Loans.Data.ApplicationStep;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications;

/// <summary>An application while it is handled (办理中的申请): its row, its file, its people.</summary>
/// <param name="row">Held by its people's locks when it is to be changed.</param>
/// <param name="file">申请档案.</param>
/// <param name="people">In the order of their positions.</param>
/// <param name="decided">How many decisions are stored.</param>
internal sealed class Dossier(LoanApplication row, ApplicationFile file, IReadOnlyList<Person> people, int decided)
{
    private static readonly ApplicationState[] Open =
    [
        ApplicationState.Submitted, ApplicationState.Incomplete, ApplicationState.Qualified, ApplicationState.Guaranteed, ApplicationState.Checked,
    ];

    private int decisions = decided;

    public LoanApplication Row { get; } = row;

    public ApplicationFile File { get; } = file;

    public IReadOnlyList<Person> People { get; } = people;

    public bool IsFirm => Row.Kind == BorrowerKind.Enterprise;

    /// <summary>States in which an application still goes on (在办).</summary>
    public static IReadOnlyCollection<ApplicationState> OpenStates => Open;

    /// <summary>Refuses a step that the state does not allow (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason APPLICATION_STATE.</exception>
    public Dossier Demand(params ApplicationState[] states) => states.Contains(Row.State)
        ? this
        : throw RpcErrors.FailedPrecondition("APPLICATION_STATE", $"该申请{Text(Row.State)}，不能办理此步骤");

    /// <summary>Refuses what an application that is over cannot have done (须在办).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public Dossier DemandOpen() => Demand(Open);

    /// <summary>Stores a decision with the application (存档).</summary>
    public void Keep(ApplicationParty party, Decision decision, int person = 0, int hire = 0) => Row.Decisions.Add(new StoredLoanDecision
    {
        ApplicationId = Row.Id,
        Sequence = ++decisions,
        Party = party,
        Person = person,
        Hire = hire,
        Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision)),
    });

    /// <summary>The application goes to a state (转入).</summary>
    public void MoveTo(ApplicationState state, HandledBy by, string? what = null)
    {
        Row.State = state;
        Row.Steps.Add(new ApplicationStep { ApplicationId = Row.Id, State = state }.By(Row.Steps.Count + 1, by, what));
    }

    /// <summary>Puts the file back into the row (存档).</summary>
    public Dossier Save()
    {
        Row.File = File.Write();
        return this;
    }

    private static string Text(ApplicationState state) => state switch
    {
        ApplicationState.Submitted => "待资格审核",
        ApplicationState.Incomplete => "待补正",
        ApplicationState.Qualified => "在担保机构办理",
        ApplicationState.Guaranteed or ApplicationState.Checked => "在经办银行办理",
        ApplicationState.Contracted => "已签合同",
        ApplicationState.Refused => "已不予办理",
        _ => "已撤回",
    };
}
