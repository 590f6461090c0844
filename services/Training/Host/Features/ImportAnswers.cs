using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Training.Data;

namespace Wenye.Training.Features;

/// <summary>How far a catalogue or roster is, and its faults, as callers see them (导入应答).</summary>
internal static class ImportAnswers
{
    /// <summary>How far an import is (导入进度).</summary>
    public static ImportState ToContract(this TrainingImport import) => new()
    {
        ImportId = import.ImportId, NextRow = import.NextRow, Taken = import.Taken, Rejected = import.Rejected,
    };

    /// <summary>A row that was not taken (错误行).</summary>
    public static ImportFault ToContract(this RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };
}
