using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>A row as far as it can be judged alone (导入行).</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Faults">Empty for a row without fault of its own.</param>
/// <param name="Form">Its form; null for a bad row.</param>
/// <param name="RegisteredOn">When an earlier system registered the person; null: an application to be reviewed.</param>
internal sealed record ImportRow(long Row, IReadOnlyList<FieldError> Faults, SubmittedForm? Form = null, DateOnly? RegisteredOn = null);

/// <summary>A row judged (导入结果): taken as an application, or not taken.</summary>
/// <param name="Read">The row.</param>
/// <param name="Faults">Why it is not taken; empty when it is.</param>
/// <param name="Application">Received, to be stored; null when it is not taken.</param>
internal sealed record JudgedRow(ImportRow Read, IReadOnlyList<FieldError> Faults, StoredApplication? Application = null);
