using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>How far a roster is, and its faults, as callers see them (名册导入应答).</summary>
internal static class RosterAnswers
{
    public static ImportState ToContract(this TrainingImport import) => new()
    {
        ImportId = import.ImportId,
        NextRow = import.NextRow,
        Taken = import.Taken,
        Rejected = import.Rejected,
    };

    public static ImportFault ToContract(this RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };
}
