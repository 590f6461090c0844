using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>A row as far as it can be judged alone (导入行).</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Faults">Empty for a row without fault of its own.</param>
/// <param name="Good">What is taken of it; null for a bad row.</param>
internal sealed record ImportRow(long Row, IReadOnlyList<FieldError> Faults, GoodRow? Good = null);

/// <summary>A row without fault of its own (合格行), prepared while the rows before it are written.</summary>
/// <param name="Form">Its form.</param>
/// <param name="RegisteredOn">When an earlier system registered the person; null: an application to be reviewed.</param>
/// <param name="Asked">Whom and what to look for in the registers, on the day on which the row was read.</param>
/// <param name="Eligibility">The decision as it is stored, by that day, where the registers know nothing of the person.</param>
internal sealed record GoodRow(SubmittedForm Form, DateOnly? RegisteredOn, Asked Asked, SealedText Eligibility);

/// <summary>A row judged (导入结果): taken as an application, or not taken.</summary>
/// <param name="Read">The row.</param>
/// <param name="Faults">Why it is not taken; empty when it is.</param>
/// <param name="Application">Received, to be stored; null when it is not taken.</param>
internal sealed record JudgedRow(ImportRow Read, IReadOnlyList<FieldError> Faults, StoredApplication? Application = null);
