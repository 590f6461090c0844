using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Months;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>Hands a confirmed run over to payment (转入拨付), made public first.</summary>
/// <remarks>36号 第十四条: urban posts are paid to the employer; 第二十四条: rural ones to whoever is in post, out of the employment subsidy fund.</remarks>
internal sealed class MonthPayables(WelfarePostsDbContext database, Payables payables)
{
    private const string OfEmployers = "welfare_posts.subsidy";
    private const string OfPeople = "welfare_posts.rural_subsidy";
    private const int AtOnce = 10_000;

    /// <summary>Makes what the run brings payable in the context's open transaction (登记).</summary>
    public async Task AddAsync(PostMonthRun run, HandledBy by, CancellationToken cancellation)
    {
        await ExecuteAsync(PostMonthSql.Pay, cancellation, run.Id);
        await AddAsync(after => Employers(run, after), by, cancellation);
        await AddAsync(after => People(run, after), by, cancellation);
    }

    /// <summary>Whether the run brings anything for urban posts, for which a fund is to be chosen (是否需选择资金渠道).</summary>
    public Task<bool> PaysUrbanAsync(PostMonthRun run, CancellationToken cancellation) => database.Set<PostMonthTotal>()
        .AnyAsync(total => total.RunId == run.Id && total.PayableFen > 0 && total.Kind != Wenye.Contracts.WelfarePosts.V1.PostKind.Rural, cancellation);

    private async Task AddAsync(Func<Guid, IQueryable<Payee>> page, HandledBy by, CancellationToken cancellation)
    {
        for (var last = Guid.Empty; ;)
        {
            var found = await page(last).Take(AtOnce).ToListAsync(cancellation);
            if (found.Count == 0)
            {
                return;
            }

            var ids = await payables.AddAsync([.. found.Select(one => one.ToPayable())], by, cancellation);
            await ExecuteAsync(PostMonthSql.Paid, cancellation, found.Select(one => one.Payment.Id).ToArray(), ids.ToArray());
            last = found[^1].Payment.Id;
        }
    }

    private IQueryable<Payee> Employers(PostMonthRun run, Guid after) =>
        from payment in database.Set<PostMonthPayment>().AsNoTracking().Where(one => one.RunId == run.Id && one.Id > after)
        join employer in database.Employers on payment.EmployerId equals employer.Id
        orderby payment.Id
        select new Payee(OfEmployers, payment, employer.CreditCode, employer.Name, employer.BankAccount, employer.BankName, run.UrbanFund);

    private IQueryable<Payee> People(PostMonthRun run, Guid after) =>
        from payment in database.Set<PostMonthPayment>().AsNoTracking().Where(one => one.RunId == run.Id && one.Id > after)
        join placement in database.Placements on payment.PlacementId equals placement.Id
        join person in database.People on placement.PersonId equals person.Id
        orderby payment.Id
        select new Payee(OfPeople, payment, person.Id.ToString(), person.Name, placement.BankAccount, placement.BankName, Fund.EmploymentSubsidy);

    private async Task ExecuteAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.Database.GetDbConnection()) { CommandTimeout = 0 };
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Payee(string Benefit, PostMonthPayment Payment, string Key, string Name, string? Account, string? Bank, Fund Fund)
    {
        public NewPayable ToPayable() => new(
            Benefit, Payment.Id, Key, Name, Account ?? "", Bank ?? "", Fund, CityOf(Payment.Division), Payment.Division, Payment.AmountFen, NeedsPublicity: true);

        // No document says which level of government pays a county's posts (各级就业补助资金): the city, as everywhere.
        private static string CityOf(string county) =>
            Division.Parse(county).SelfAndAbove.Where(one => one.Level == DivisionLevel.City).Select(one => one.ToString()).FirstOrDefault() ?? county;
    }
}
