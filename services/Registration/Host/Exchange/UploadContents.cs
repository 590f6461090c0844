using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>Builds what goes (生成上传内容) from what is stored, and checks it by the ministry's list.</summary>
internal sealed class UploadContents(RegistrationDbContext database, ICodeTables codes, TimeProvider time)
{
    /// <summary>The list of a kind (数据指标要求).</summary>
    public static FieldTable TableOf(ExchangeKind kind) => kind switch
    {
        ExchangeKind.ReviewResultUpload => FieldRules.ReviewResult,
        ExchangeKind.ExitUpload => FieldRules.Deregistration,
        _ => FieldRules.Application,
    };

    /// <summary>The fields of a record by ministry code, an operator's corrections over what is stored.</summary>
    public async Task<Dictionary<string, string>> BuildAsync(
        ExchangeKind kind, Guid subject, IReadOnlyDictionary<string, string> corrections, CancellationToken cancellation)
    {
        var fields = kind == ExchangeKind.ExitUpload
            ? await ExitAsync(subject, cancellation)
            : await ResultAsync(subject, cancellation);
        return Correct(fields, corrections);
    }

    /// <summary>What the list finds at fault today.</summary>
    public IReadOnlyList<FieldFault> Faults(ExchangeKind kind, Dictionary<string, string> fields) =>
        TableOf(kind).Validate(fields, codes, ChinaTime.Today(time));

    /// <summary>Lays corrections over fields; an empty text takes a field away.</summary>
    public static Dictionary<string, string> Correct(Dictionary<string, string> fields, IReadOnlyDictionary<string, string> corrections)
    {
        foreach (var (code, text) in corrections)
        {
            if (text.Length == 0)
            {
                fields.Remove(code);
            }
            else
            {
                fields[code] = text;
            }
        }

        return fields;
    }

    private Task<StoredApplication> ApplicationAsync(Guid id, CancellationToken cancellation) =>
        database.Applications.AsNoTracking().Include(a => a.Steps).SingleAsync(a => a.Id == id, cancellation);

    private async Task<Dictionary<string, string>> ResultAsync(Guid applicationId, CancellationToken cancellation)
    {
        var application = await ApplicationAsync(applicationId, cancellation);
        var takenOver = application is { RegistrationId: { } id, ReviewDecision: null }
            ? await database.Registrations.Where(r => r.Id == id).Select(r => (DateOnly?)r.RegisteredOn).SingleAsync(cancellation)
            : null;
        return ReviewResultRecord.Of(application, takenOver);
    }

    private async Task<Dictionary<string, string>> ExitAsync(Guid registrationId, CancellationToken cancellation)
    {
        var registration = await database.Registrations.AsNoTracking().Include(r => r.Steps).SingleAsync(r => r.Id == registrationId, cancellation);
        var person = await database.People.AsNoTracking().SingleAsync(p => p.Id == registration.PersonId, cancellation);
        return ExitRecord.Of(registration, await ApplicationAsync(registration.ApplicationId, cancellation), PersonDetails.Of(person.Details));
    }
}
