namespace Wenye.Registration.Domain.Applications;

/// <summary>One field of a form that breaks a printed rule (校验不通过的指标).</summary>
/// <param name="Code">The ministry code of the field (指标编码).</param>
/// <param name="Message">In Chinese, what is wrong and what to do. Never repeats the value: it may be personal data.</param>
public sealed record FieldFault(string Code, string Message);
