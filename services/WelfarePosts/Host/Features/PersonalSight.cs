using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features;

/// <summary>Who may see personal data in full (个人信息可见范围); others see it as <see cref="Masked"/> has it.</summary>
internal static class PersonalSight
{
    /// <summary>Whether the caller keeps or reviews posts (岗位经办或复核): they see the people of their division in full.</summary>
    public static bool HandlesPosts(this Caller caller) => caller.Roles.Contains(Roles.WelfarePosts) || caller.Roles.Contains(Roles.WelfarePostsReviewer);

    /// <summary>Whether the caller is shown people in full (可见全部人员信息); that they were is entered in the audit log.</summary>
    public static bool SeesPeople(this Caller caller) => caller.HandlesPosts() && AuditedCall.NoteFullRead();

    /// <summary>The step (环节): operator and note only for those who handle posts.</summary>
    public static PostStep ToContract(this Data.RecordStep step, Caller caller) => step.ToContract(step.State, caller);

    /// <summary>The same of a step whose state is told otherwise.</summary>
    public static PostStep ToContract(this Step step, string state, Caller caller) => new()
    {
        State = state,
        OccurredAt = step.OccurredAt.ToTimestamp(),
        Agency = step.Agency,
        Operator = caller.HandlesPosts() ? step.Operator ?? "" : "",
        Note = caller.HandlesPosts() ? step.Note ?? "" : "",
    };
}
