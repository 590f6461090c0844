using Wenye.ServiceDefaults;

namespace Wenye.Training.Features;

/// <summary>Personal data of trainees as a caller may see it (学员个人信息可见范围).</summary>
internal static class PersonalSight
{
    /// <summary>Whether the caller keeps or reviews training (培训经办或复核): only they see people in full.</summary>
    public static bool HandlesTraining(this Caller caller) => caller.Roles.Contains(Roles.Training) || caller.Roles.Contains(Roles.TrainingReviewer);

    /// <summary>Whether the caller sees trainees in full (可见学员全部信息); that they did is entered in the audit log.</summary>
    public static bool SeesTrainees(this Caller caller) => caller.HandlesTraining() && AuditedCall.NoteFullRead();

    /// <summary>A name (姓名): masked, its first character stays.</summary>
    public static string SightOfName(this Caller caller, string name) => caller.SeesTrainees() ? name : Masked.Name(name);

    /// <summary>A resident id (公民身份号码): masked, the first three and last four characters stay.</summary>
    public static string SightOfId(this Caller caller, string number) => caller.SeesTrainees() ? number : MaskedId(number);

    /// <summary>A mobile phone (手机号码): masked, the first three and last four digits stay.</summary>
    public static string SightOfPhone(this Caller caller, string phone) => caller.SeesTrainees() ? phone : Keep(phone, first: 3, last: 4, hidden: 4);

    /// <summary>A resident id as everybody may see it (隐藏部分字段的身份证号), 鲁人社字〔2020〕55号 第十四条.</summary>
    public static string MaskedId(string number) => Keep(number, first: 3, last: 4, hidden: 8);

    // What is hidden must be at least as much as makes the rest useless: a text too short for that is hidden altogether.
    private static string Keep(string text, int first, int last, int hidden) =>
        text.Length < first + hidden + last
            ? "***"
            : string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last));
}
