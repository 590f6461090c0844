using Wenye.Contracts.Registration.V1;
using Wenye.Loans.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>Asks Registration about borrowers and hires (登记核验): what a register says nobody need prove by paper.</summary>
internal sealed class BorrowerRegisters(PersonRegisters registers, TimeProvider time)
{
    private static readonly EmploymentManner[] ForUnit = [EmploymentManner.Unit, EmploymentManner.WelfarePost];

    /// <summary>What the registers say of each now, by id number (逐人核验). Asked before anything is locked.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyDictionary<string, RegisterFile>> AskAsync(IEnumerable<string> idNumbers, CancellationToken cancellation)
    {
        string[] asked = [.. idNumbers.Distinct()];
        var today = ChinaTime.Today(time);
        var answers = await registers.LookUpAsync(asked, cancellation);
        return asked.Zip(answers).ToDictionary(one => one.First, one => Of(one.Second, today), StringComparer.Ordinal);
    }

    /// <summary>Those of an application (申请涉及人员).</summary>
    public Task<IReadOnlyDictionary<string, RegisterFile>> AskAsync(Dossier dossier, CancellationToken cancellation) =>
        AskAsync(dossier.People.Select(person => person.IdNumber).Concat(dossier.File.Firm?.Hires.Select(hire => hire.IdNumber) ?? []), cancellation);

    /// <summary>Puts what they said into the file (记入档案). After the qualification it stands beside what was found then.</summary>
    public static void Enter(Dossier dossier, IReadOnlyDictionary<string, RegisterFile> said)
    {
        if (dossier.Row.State is not (Contract.ApplicationState.Submitted or Contract.ApplicationState.Incomplete))
        {
            EnterLater(dossier, said);
            return;
        }

        foreach (var (person, file) in dossier.People.Zip(dossier.File.People))
        {
            (file.Registers, file.Later) = (said[person.IdNumber], null);
            if (file.Registers.Known)
            {
                // Who is in the registers has shown the card there (27号 第十四条 信息共享).
                file.Papers[Contract.LoanPaper.IdentityCard] = Contract.LoanPaperForm.SystemChecked;
            }
        }

        foreach (var hire in dossier.File.Firm?.Hires ?? [])
        {
            hire.Registers = said[hire.IdNumber];
        }
    }

    // What someone was when qualified stays (27号 第四条 申请…时); whether there is work for others is asked of every party's decision.
    private static void EnterLater(Dossier dossier, IReadOnlyDictionary<string, RegisterFile> said)
    {
        foreach (var (person, file) in dossier.People.Zip(dossier.File.People))
        {
            file.Later = said.GetValueOrDefault(person.IdNumber) ?? file.Later;
        }
    }

    private static RegisterFile Of(RegisteredStatus status, DateOnly askedOn) => new()
    {
        AskedOn = askedOn,
        Known = status.PersonId.Length > 0,
        PersonKey = Guid.TryParse(status.PersonId, out var key) ? key : null,
        Unemployed = status.UnemployedSince is not null,
        UnemployedSince = status.UnemployedSince?.ToDay(),
        Hardship = status.HardshipCategories.Count > 0,
        Work = [.. status.Employments.Select(work => new WorkFile(ForUnit.Contains(work.Manner), work.EmployedOn.ToDay(), work.EmployerCode))],
    };
}
