using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;

namespace Wenye.Training.Features.Claims;

/// <summary>Who claims, and who is paid (申领人).</summary>
/// <param name="Division">The office that decides, GB/T 2260.</param>
/// <param name="Institution">Null: a person or a firm.</param>
/// <param name="CreditCode">Of the institution or firm; null: a person.</param>
/// <param name="Name">Of the institution, firm or person.</param>
/// <param name="BankAccount">Null: not known, or the lines' own.</param>
/// <param name="BankName">开户银行.</param>
internal sealed record Claimant(string Division, Institution? Institution, string? CreditCode, string Name, string? BankAccount, string? BankName)
{
    /// <summary>Reads who claims by a checked request (查询申领人). A person's name is that of the first line.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, FAILED_PRECONDITION INSTITUTION_WITHDRAWN, INVALID_ARGUMENT, PERMISSION_DENIED OTHER_DIVISION.</exception>
    public static async Task<Claimant> OfAsync(TrainingDbContext database, SubmitClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        var claimant = request.Channel == ClaimChannel.Institution
            ? OfInstitution(request, await InstitutionAsync(database, request.InstitutionId, cancellation))
            : new(
                request.Division, null, request.Channel == ClaimChannel.Firm ? request.CreditCode : null,
                request.Channel == ClaimChannel.Firm ? request.FirmName : request.Lines[0].Person?.Name ?? "", request.BankAccount, request.BankName);
        caller.DemandDivision(claimant.Division);
        return claimant;
    }

    private static Claimant OfInstitution(SubmitClaimRequest request, Institution institution)
    {
        var isPlatform = institution.Kind == InstitutionKind.OnlinePlatform;
        new RequestFaults().Demand(
            isPlatform == (request.Kind == ClaimKind.OnlinePlatform), "institution_id", "线上平台补贴由备案的线上平台申领，其他补贴由其他培训机构代领").ThrowIfAny();
        var account = request.Kind == ClaimKind.LivingAllowance ? null : institution.BankAccount;
        return new(
            request.Division.Length > 0 ? request.Division : institution.Division, institution, institution.CreditCode, institution.Name,
            account, account is null ? null : institution.BankName);
    }

    private static async Task<Institution> InstitutionAsync(TrainingDbContext database, string text, CancellationToken cancellation)
    {
        var id = Guid.ParseExact(text, "D");
        var institution = await database.Set<Institution>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("INSTITUTION_NOT_FOUND", "没有该标识的培训机构，请核对");
        return institution.State == InstitutionState.Filed
            ? institution
            : throw RpcErrors.FailedPrecondition("INSTITUTION_WITHDRAWN", "该培训机构已取消备案，不能代领补贴，请由参训人员本人申领");
    }
}
