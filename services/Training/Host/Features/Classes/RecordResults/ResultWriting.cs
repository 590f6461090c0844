using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.RecordResults;

/// <summary>Writes results (考核结果写入), in the caller's transaction under the lock of the class.</summary>
internal sealed class ResultWriting(TrainingDbContext database)
{
    /// <summary>Refuses to change a result on which a certificate was issued (已发证的结果不得更改).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason RESULT_CERTIFIED, with each row.</exception>
    public async Task DemandOpenAsync(IReadOnlyList<EnrolmentResult> rows, CancellationToken cancellation)
    {
        var asked = rows.Select(row => Guid.Parse(row.EnrolmentId)).ToArray();
        var certified = await database.Certificates.Where(one => asked.Contains(one.EnrolmentId)).Select(one => one.EnrolmentId).ToHashSetAsync(cancellation);
        if (certified.Count > 0)
        {
            throw RpcErrors.FailedPrecondition(
                "RESULT_CERTIFIED", "已核发培训合格证书的学员，考核结果不能再更改",
                [.. asked.Index().Where(one => certified.Contains(one.Item)).Take(100).Select(one => new FieldError(ResultFaults.Field(one.Index, "enrolment_id"), "该学员已核发培训合格证书，请从本次报送中删除"))]);
        }
    }

    /// <summary>Puts these in place of the results there were (写入).</summary>
    public Task<int> WriteAsync(IReadOnlyList<EnrolmentResult> rows, CancellationToken cancellation)
    {
        var people = rows.Select(row => Guid.Parse(row.EnrolmentId)).ToArray();
        var days = rows.Select(row => row.Result.ExaminedOn.ToDay()).ToArray();
        var passed = rows.Select(row => row.Result.HasPassed ? row.Result.Passed : (bool?)null).ToArray();
        var scores = rows.Select(row => ResultFaults.Score(row.Result.Score)).ToArray();
        var entitled = rows.Select(row => row.Result.HasEntitledToOtherCertificate ? row.Result.EntitledToOtherCertificate : (bool?)null).ToArray();
        var states = rows.Select(row => (int)StateOf(row.Result)).ToArray();
        return database.Database.ExecuteSqlAsync(
            $"""
            UPDATE enrolment e SET examined_on = r.day, passed = r.passed, score = r.score, entitled_to_other = r.entitled, state = r.state
            FROM unnest({people}, {days}, {passed}, {scores}, {entitled}, {states}) AS r(id, day, passed, score, entitled, state)
            WHERE e.id = r.id
            """,
            cancellation);
    }

    private static EnrolmentState StateOf(ExamResult result) =>
        !result.HasPassed ? EnrolmentState.Enrolled : result.Passed ? EnrolmentState.Passed : EnrolmentState.Failed;
}
