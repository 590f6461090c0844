using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;

namespace Wenye.Training.Features.Institutions.FileInstitution;

/// <summary>Files an institution and gives it a code (备案并赋码); a platform only when it is selected.</summary>
internal sealed class FileInstitutionHandler(
    TrainingDbContext database, HandledRequests requests, InstitutionFields fields, InstitutionCodes codes, PlatformStandings standings, TimeProvider time)
{
    public async Task<FileInstitutionResponse> HandleAsync(FileInstitutionRequest request, Caller caller, CancellationToken cancellation)
    {
        FilingChecks.Demand(request, fields);
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await codes.TakeTurnAsync(request.Division, cancellation);
        if (await requests.FindAsync<FileInstitutionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var selection = request.Kind == InstitutionKind.OnlinePlatform ? standings.Select(request.Division, request.Platform) : null;
        var answer = new FileInstitutionResponse { Decision = selection?.ToContract() };
        if (selection is null or { Outcome: Outcome.Granted })
        {
            answer.Institution = (await FileAsync(request, selection, HandledBy.Of(request.Handling, caller, time), cancellation)).ToContract(caller);
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<Institution> FileAsync(FileInstitutionRequest request, Decision? selection, HandledBy by, CancellationToken cancellation)
    {
        if (await database.Institutions.AnyAsync(
            one => one.Division == request.Division && one.CreditCode == request.CreditCode && one.Kind == request.Kind && one.State == InstitutionState.Filed,
            cancellation))
        {
            throw RpcErrors.FailedPrecondition("ALREADY_FILED", "该培训主体已在当地备案并赋码，无需再次备案", new FieldError("credit_code", "请从培训机构目录查询其代码"));
        }

        var id = Guid.CreateVersion7();
        var institution = new Institution
        {
            Id = id,
            Kind = request.Kind,
            Division = request.Division,
            Code = await codes.GiveAsync(request.Division, request.Code, id, request.Name, cancellation),
            CreditCode = request.CreditCode,
            Name = request.Name,
            BankAccount = NullIfEmpty(request.BankAccount),
            BankName = NullIfEmpty(request.BankName),
            State = InstitutionState.Filed,
            FiledOn = fields.Today,
        };
        institution.Keep(by);
        database.Add(institution);
        if (selection is not null)
        {
            database.Add(PlatformStandings.Keep(selection, id));
        }

        return institution;
    }

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
