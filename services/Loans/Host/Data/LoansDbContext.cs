using Microsoft.EntityFrameworkCore;
using Wenye.Payments;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>Loans' database (创业担保贷款库).</summary>
public sealed class LoansDbContext(DbContextOptions<LoansDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<LprRate> LprRates => Set<LprRate>();

    public DbSet<GuaranteeFund> Funds => Set<GuaranteeFund>();

    public DbSet<Loan> Loans => Set<Loan>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        LoanTables.Map(modelBuilder, PersonalData);
        LprStatement.Map(modelBuilder, PersonalData);
        ApplicationTables.Map(modelBuilder, PersonalData);
        BookTables.Map(modelBuilder, PersonalData);
        SubsidyTables.Map(modelBuilder, PersonalData);
        ToldFact.Map(modelBuilder);
        PersonRead.Map(modelBuilder);
        modelBuilder.AddPayments(PersonalData);
    }
}
