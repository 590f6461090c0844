using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.ImportLoanEntries;

/// <summary>A row of a bank's file as far as it can be judged alone (台账事项行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
internal sealed record CheckedEntry(LoanEntryRow Row, IReadOnlyList<FieldError> Faults);
