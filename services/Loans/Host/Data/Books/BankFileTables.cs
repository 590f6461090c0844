using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>The tables that files of banks write many rows of at once (成批写入的表).</summary>
internal sealed class BankFileTables
{
    public BankFileTables(DbContextOptions<LoansDbContext> options)
    {
        using var context = new LoansDbContext(options);
        People = new(context.Model);
        Loans = new(context.Model);
        LoanPeople = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<Person> People { get; }

    public RowTable<Loan> Loans { get; }

    public RowTable<LoanPerson> LoanPeople { get; }

    public RowTable<RejectedField> Faults { get; }
}
