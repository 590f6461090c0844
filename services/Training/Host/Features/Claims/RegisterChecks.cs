using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using ClaimLine = Wenye.Contracts.Training.V1.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>Checks by Registration what claimants say of people who were not trained here (网上填报，系统校验), 55号 附件1.</summary>
internal sealed class RegisterChecks(PersonRegisters registers)
{
    private static readonly TraineeGroup[] Checked = [TraineeGroup.RegisteredUnemployed, TraineeGroup.Hardship, TraineeGroup.Employee];

    /// <summary>How the group of each line is shown (群体身份材料), in their order: by the registers where they know of it, else as stated.</summary>
    /// <remarks>Asked before anything is locked. What is registered is confirmed by the registers alone; of an employee a contract does as well.</remarks>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyList<MaterialForm>> OfAsync(SubmitClaimRequest request, CancellationToken cancellation)
    {
        var asked = Enumerable.Range(0, request.Lines.Count).Where(i => request.Kind == ClaimKind.TrainingSubsidy && IsAsked(request.Lines[i])).ToList();
        var answers = asked.Count == 0 ? [] : await registers.LookUpAsync(asked.Select(i => request.Lines[i].Person.IdNumber), cancellation);
        var forms = request.Lines.Select(line => NewLines.Form(line.Materials, ClaimMaterial.Group)).ToArray();
        foreach (var (i, status) in asked.Zip(answers))
        {
            forms[i] = Found(request.Lines[i], status, forms[i], request.CreditCode);
        }

        return forms;
    }

    private static bool IsAsked(ClaimLine line) => line.Person is not null && Checked.Contains(line.Group);

    private static MaterialForm Found(ClaimLine line, RegisteredStatus status, MaterialForm stated, string firm)
    {
        var confirmed = line.Group switch
        {
            TraineeGroup.Hardship => status.HardshipCategories.Count > 0,
            TraineeGroup.RegisteredUnemployed => status.UnemployedSince is not null,
            _ => firm.Length > 0 && status.Employments.Any(one => one.EmployerCode == firm),
        };
        return confirmed ? MaterialForm.SystemChecked : stated == MaterialForm.SystemChecked ? MaterialForm.FilledIn : stated;
    }
}
