using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenye.Loans.Data;
using Wenye.Loans.Features.BankFiles.GetLoanImport;
using Wenye.Loans.Features.BankFiles.ImportLoanEntries;
using Wenye.Loans.Features.BankFiles.ImportLoans;
using Wenye.Loans.Features.BankFiles.ListLoanImportFaults;
using Wenye.Loans.Features.BankFiles.ReconcileBook;
using Wenye.Persistence;

namespace Wenye.Loans.Features.BankFiles;

/// <summary>What files of banks need (银行文件).</summary>
internal static class BankFilesSetup
{
    public static void AddBankFiles(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<OpenImports>();
        builder.Services.AddSingleton<BankFileTables>();
        builder.Services.AddScoped<BankImports>();
        builder.Services.AddScoped<EntryWriter>();
        builder.Services.AddScoped<LoanWriter>();
        builder.Services.AddScoped<ImportLoansHandler>();
        builder.Services.AddScoped<ImportLoanEntriesHandler>();
        builder.Services.AddScoped<GetLoanImportHandler>();
        builder.Services.AddScoped<ListLoanImportFaultsHandler>();
        builder.Services.AddScoped<ReconcileBookHandler>();
    }
}
