using Wenye.Loans.Features.Books.ExtendLoan;
using Wenye.Loans.Features.Books.GetLoan;
using Wenye.Loans.Features.Books.ListLoans;
using Wenye.Loans.Features.Books.ListMaturingLoans;
using Wenye.Loans.Features.Books.ListOverdueLoans;
using Wenye.Loans.Features.Books.RecordDisbursement;
using Wenye.Loans.Features.Books.RecordEntry;
using Wenye.Loans.Features.Books.RecordNotices;
using Wenye.Loans.Features.Books.SetSchedule;

namespace Wenye.Loans.Features.Books;

/// <summary>What loan books need (贷款台账).</summary>
internal static class BooksSetup
{
    public static void AddBooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<LoanQueries>();
        builder.Services.AddScoped<EntryBooking>();
        builder.Services.AddScoped<FirstDrawdowns>();
        builder.Services.AddScoped<Schedules>();
        builder.Services.AddScoped<BookAnswers>();
        builder.Services.AddScoped<RecordDisbursementHandler>();
        builder.Services.AddScoped<SetScheduleHandler>();
        builder.Services.AddScoped<RecordEntryHandler>();
        builder.Services.AddScoped<ExtendLoanHandler>();
        builder.Services.AddScoped<RecordNoticesHandler>();
        builder.Services.AddScoped<GetLoanHandler>();
        builder.Services.AddScoped<ListLoansHandler>();
        builder.Services.AddScoped<ListMaturingLoansHandler>();
        builder.Services.AddScoped<ListOverdueLoansHandler>();
    }
}
