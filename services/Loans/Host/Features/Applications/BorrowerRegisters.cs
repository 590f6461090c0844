using Wenye.Contracts.Registration.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>Asks Registration about borrowers and hires (登记核验): what a register says nobody need prove by paper.</summary>
internal sealed class BorrowerRegisters(PersonRegisters registers)
{
    private static readonly EmploymentManner[] ForUnit = [EmploymentManner.Unit, EmploymentManner.WelfarePost];

    /// <summary>What the registers say of each now, by id number (逐人核验). Asked before anything is locked.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyDictionary<string, RegisterFile>> AskAsync(IEnumerable<string> idNumbers, CancellationToken cancellation)
    {
        string[] asked = [.. idNumbers.Distinct()];
        var answers = await registers.LookUpAsync(asked, cancellation);
        return asked.Zip(answers).ToDictionary(one => one.First, one => Of(one.Second), StringComparer.Ordinal);
    }

    /// <summary>Those of an application (申请涉及人员).</summary>
    public Task<IReadOnlyDictionary<string, RegisterFile>> AskAsync(Dossier dossier, CancellationToken cancellation) =>
        AskAsync(dossier.People.Select(person => person.IdNumber).Concat(dossier.File.Firm?.Hires.Select(hire => hire.IdNumber) ?? []), cancellation);

    /// <summary>Puts what they said into the file (记入档案).</summary>
    public static void Enter(Dossier dossier, IReadOnlyDictionary<string, RegisterFile> said)
    {
        foreach (var (person, file) in dossier.People.Zip(dossier.File.People))
        {
            file.Registers = said[person.IdNumber];
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

    private static RegisterFile Of(RegisteredStatus status) => new()
    {
        Known = status.PersonId.Length > 0,
        Unemployed = status.UnemployedSince is not null,
        Hardship = status.HardshipCategories.Count > 0,
        Work = [.. status.Employments.Select(work => new WorkFile(ForUnit.Contains(work.Manner), work.EmployedOn.ToDay(), work.EmployerCode))],
    };
}
