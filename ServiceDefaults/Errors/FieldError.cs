namespace Wenye.ServiceDefaults;

/// <summary>What is wrong with one field of a request (字段错误).</summary>
/// <param name="Field">The ministry code, for example "AAC002"; the proto name where a field has no code.</param>
/// <param name="Message">In Chinese, telling the caller what to do. Never repeats the value: it may be personal data.</param>
public sealed record FieldError(string Field, string Message);
