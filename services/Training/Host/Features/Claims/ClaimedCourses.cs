using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Claims;

/// <summary>Whether lines name courses that this claimant may claim for (明细与培训记录核对).</summary>
internal static class ClaimedCourses
{
    /// <summary>Checks the enrolments that a claim names (核对).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every line at fault.</exception>
    public static void Demand(SubmitClaimRequest request, Claimant claimant, IReadOnlyDictionary<Guid, CourseTaken> courses)
    {
        var faults = new List<FieldError>();
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var line = request.Lines[i];
            if (line.EnrolmentId.Length > 0 && Fault(request, line, claimant, courses.GetValueOrDefault(Guid.ParseExact(line.EnrolmentId, "D"))) is { } fault)
            {
                faults.Add(new($"{ClaimInput.Path(i)}.enrolment_id", fault));
            }
        }

        new RequestFaults().Add(ClaimInput.Shortened(faults)).ThrowIfAny();
    }

    /// <summary>A person claims for himself: every line is of one person (本人核对).</summary>
    public static void DemandOnePerson(SubmitClaimRequest request, IReadOnlyList<Guid> people) => new RequestFaults().Demand(
        request.Channel != ClaimChannel.Person || people.Distinct().Count() == 1, "lines", "个人申领的各行应为申领人本人").ThrowIfAny();

    private static string? Fault(SubmitClaimRequest request, ClaimLine line, Claimant claimant, CourseTaken? course) => course switch
    {
        null => "没有该标识的学员，请核对",
        { Enrolment.State: EnrolmentState.Withdrawn } => "该学员已退班，不能申领",
        _ when claimant.Institution is { } institution && course.Class.InstitutionId != institution.Id => "该学员不是本机构班级的学员，应由培训该学员的机构代领",
        _ when request.Channel == ClaimChannel.Firm && course.Enrolment.EmployerCode is { } employer && employer != claimant.CreditCode => "该学员由其他企业组织参训，应由该企业申请",
        { PaidAsAWhole: true } when request.Kind is ClaimKind.TrainingSubsidy or ClaimKind.OnlinePlatform => "该班级已按项目制或预拨方式安排资金，不再申领培训补贴",
        { Class.Mode: TrainingMode.OnlinePlatform } when request.Kind == ClaimKind.TrainingSubsidy && line.Certificate is null => "线上平台的课程由线上平台申领线上平台补贴",
        _ when request.Kind == ClaimKind.OnlinePlatform && course.Class.Mode != TrainingMode.OnlinePlatform => "该班级不是线上平台培训，不能申领线上平台补贴",
        _ => null,
    };
}
