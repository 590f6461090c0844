using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain.Certificates;
using Certificate = Wenye.Training.Data.Certificate;
using Institution = Wenye.Training.Data.Institution;
using TrainingCategory = Wenye.Training.Domain.TrainingCategory;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Certificates.IssueCertificates;

/// <summary>Gives a batch its numbers (按批次赋序列号) and stores its certificates, in the context's open transaction.</summary>
internal sealed class NumberedBatches(TrainingDbContext database, IssuedRows rows)
{
    /// <summary>Numbers these people in their order (赋号).</summary>
    /// <param name="trained">Their class.</param>
    /// <param name="institution">Whose it is.</param>
    /// <param name="people">Granted, at least one.</param>
    /// <param name="policy">Of the place and today.</param>
    /// <param name="by">Who handles it.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION: NO_NUMBER_RULES, NUMBERS_EXHAUSTED or NUMBER_TAKEN. The caller's transaction ends, so nothing is written and no number is used.</exception>
    public async Task<CertificateBatch> NumberAsync(
        TrainingClass trained, Institution institution, IReadOnlyList<Candidate> people, PolicyContext policy, HandledBy by, CancellationToken cancellation)
    {
        var place = CertificatePlace.Of(Division.Parse(institution.Division), policy)
            ?? throw RpcErrors.FailedPrecondition("NO_NUMBER_RULES", "该地区没有培训合格证书序列号规则，不能赋号");
        var facts = new CertificateNumberFacts
        {
            City = place.City,
            County = place.County,
            Institution = institution.Code,
            Year = policy.AsOf.Year,
            Category = (TrainingCategory)trained.Category,
        };
        var first = await TakeAsync(institution.Id, policy.AsOf.Year, people.Count, cancellation);
        var bare = policy.ForBatch(BatchFindings.LeftOut);
        var numbers = Enumerable.Range(first, people.Count).Select(sequence => NumberOf(facts with { Sequence = sequence }, bare)).ToList();
        var batch = NewBatch(trained, numbers, by);
        database.Add(batch);
        database.Publish(trained.Issued(batch));
        var decisions = DecisionsOf(batch, people);
        database.AddRange(decisions.Values.DistinctBy(decision => decision.Number));
        await StoreAsync([.. people.Zip(numbers, (one, number) => Of(one, number, trained, batch, policy.AsOf, decisions[one.Decision].Number))], cancellation);
        await database.PublishAsync(people.Where(one => one.RegisterKey is not null).Select(one => trained.Certified(one.EnrolmentId, one.RegisterKey!.Value, policy.AsOf)).ToList(), cancellation);
        return batch;
    }

    // One statement moves the order of the year by as many as there are: its row stays locked until the certificates are
    // committed with it, so the next batch begins where this one ended, or where it began when this one is undone.
    private async Task<int> TakeAsync(Guid institution, int year, int count, CancellationToken cancellation)
    {
        var last = count > CertificateNumber.HighestSequence ? [] : await database.Database.SqlQuery<int>(
            $"""
            INSERT INTO certificate_sequence AS s (institution_id, year, last) VALUES ({institution}, {year}, {count})
            ON CONFLICT (institution_id, year) DO UPDATE SET last = s.last + excluded.last
            WHERE s.last + excluded.last <= {CertificateNumber.HighestSequence}
            RETURNING last AS "Value"
            """).ToListAsync(cancellation);
        return last is [var highest]
            ? highest - count + 1
            : throw RpcErrors.FailedPrecondition(
                "NUMBERS_EXHAUSTED", $"该培训主体本年度的证书序列号（{CertificateNumber.HighestSequence}个）不足以完成本批次，本批次未赋号");
    }

    private static string NumberOf(CertificateNumberFacts facts, PolicyContext policy) => CertificateNumber.Decide(facts, policy).Result?.Number
        ?? throw RpcErrors.FailedPrecondition("NO_NUMBER_RULES", "该地区或日期没有培训合格证书序列号规则，或班级培训类别、机构代码不全，不能赋号");

    private static CertificateBatch NewBatch(TrainingClass trained, List<string> numbers, HandledBy by) => new()
    {
        Id = Guid.CreateVersion7(by.At),
        ClassId = trained.Id,
        IssuedAt = by.At,
        Agency = by.Agency,
        Operator = by.Operator!,
        OfficeId = by.OfficeId,
        Count = numbers.Count,
        First = numbers[0],
        Last = numbers[^1],
    };

    // One text for all who were decided alike.
    private static Dictionary<Decision, CertificateDecision> DecisionsOf(CertificateBatch batch, IReadOnlyList<Candidate> people) => people
        .Select(one => one.Decision).Distinct().Index()
        .ToDictionary(one => one.Item, one => new CertificateDecision
        {
            BatchId = batch.Id,
            Number = one.Index + 1,
            Decision = System.Text.Encoding.UTF8.GetString(DecisionJson.Write(one.Item)),
        });

    private static Certificate Of(Candidate one, string number, TrainingClass trained, CertificateBatch batch, DateOnly day, int decision) => new()
    {
        SerialNumber = number,
        EnrolmentId = one.EnrolmentId,
        ClassId = trained.Id,
        InstitutionId = trained.InstitutionId,
        TraineeId = one.TraineeId,
        BatchId = batch.Id,
        HolderName = one.Name,
        IssuedOn = day,
        State = CertificateState.Valid,
        DecisionNumber = decision,
    };

    private async Task StoreAsync(IReadOnlyList<Certificate> certificates, CancellationToken cancellation)
    {
        try
        {
            var transaction = (NpgsqlTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
            await rows.Certificates.CopyAsync(transaction.Connection!, certificates, cancellation);
        }
        catch (PostgresException failure) when (failure is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_certificate" })
        {
            // Only a county that was given another's code can come to the same number.
            throw RpcErrors.FailedPrecondition("NUMBER_TAKEN", "本批次的序列号已属于另一培训主体，请核对县（市、区）代码与培训主体代码的设置");
        }
    }
}

/// <summary>The tables that a batch writes many rows of (成批写入的表).</summary>
internal sealed class IssuedRows
{
    public IssuedRows(DbContextOptions<TrainingDbContext> options)
    {
        using var context = new TrainingDbContext(options);
        Certificates = new(context.Model);
    }

    public RowTable<Certificate> Certificates { get; }
}
