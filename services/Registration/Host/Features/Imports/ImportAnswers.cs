using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Stored = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports;

/// <summary>How callers see their import (查询导入).</summary>
internal static class ImportAnswers
{
    public static Contract.ApplicationImport ToContract(this Stored import) => new()
    {
        ImportId = import.ImportId,
        NextRow = import.NextRow,
        Taken = import.Taken,
        Rejected = import.Rejected,
    };

    public static ImportFault ToContract(this RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };
}
