using Wenye.Testing;

namespace Wenye.Loans.Domain.Tests;

public sealed class ReplayTests
{
    private static readonly Dictionary<string, string[]> Given = new()
    {
        ["loans.personal"] =
        [
            "{category: hmt_youth, age: 45, in_statutory_working_age: true, employed_elsewhere: false, has_business: true, other_loans: [{kind: consumer, amount: 50000.10}, {kind: housing, amount: 1}], spouse_other_loans: [], good_credit: true, prior_loans: 2, partners: 3, all_partners_qualify: true, requested_amount: 599999.99, term_months: 36, rate_bp_over_lpr: 49.50}",
            "{category: taxi_owner, partners: 2}",
        ],
        ["loans.partner"] = ["{category: platform_worker, other_loans: [], good_credit: false}"],
        ["loans.enterprise"] = ["{size: micro, employees: 101, qualifying_hires_12m: 8, good_repute: false, requested_amount: 3000000.01, term_months: 24}"],
        ["loans.repeat"] = ["{borrower: personal, prior_loans: 2, repaid_in_time: true, hit_by_epidemic: true}"],
        ["loans.same_owner"] = ["{other_kind_running: true}"],
        ["loans.materials"] = ["{subject: person, category: veteran, identity_card: uploaded}"],
        ["loans.use"] = ["{use: lent_on}"],
        ["loans.rate"] = ["{borrower: enterprise, term_months: 24, reference_tenor: five_year, lpr: 0.04650, annual_rate: 0.0515}"],
        ["loans.deadline"] = ["{step: due_diligence, from: 2020-06-01}", "{}"],
        ["loans.counter_guarantee"] = ["{borrower: personal, amount: 100000.01, recommended_by: none}"],
        ["loans.guarantee_capacity"] = ["{fund_balance: 1000000.99, due_last_year: 3, recovered_last_year: 2.70, exposure: 1, requested_amount: 200000}"],
        ["loans.compensation"] = ["{overdue: true, pursued: true, principal: 100000.01, interest: 0.01, overdue_interest: 0, fund_share: 0.850}"],
        ["loans.interest_subsidy"] =
        [
            "{borrower: personal, contract_date: 2020-06-01, balances: [{from: 2020-06-01, to: 2020-06-20, principal: 100000.01}, {from: 2020-06-25, to: 2020-09-02, principal: 0}], annual_rate: 0.043500, from: 2020-06-01, to: 2020-09-01, standing: normal}",
            "{borrower: enterprise, contract_date: 2021-02-01, principal: 3000000, annual_rate: 0.0435, lpr: 0.0385, from: 2021-02-01, to: 2021-05-01, standing: extended, extension_reason: covid_patient}",
        ],
        ["loans.extension"] = ["{borrower: personal, extension_reason: covid_patient, matures_on: 2020-02-29, extended_until: 2021-02-28}"],
        ["loans.quarterly_check"] = ["{borrower: personal, employed_elsewhere_since: true, use: securities}"],
        ["loans.fiscal_share"] = ["{borrower_kind: night_economy, contract_date: 2020-12-31, amount: 100000, term_months: 13}", "{borrower_kind: ordinary, contract_date: 2020-12-01, borrower: personal, partners: 2, amount: 700000}"],
        ["loans.award"] = ["{new_loans: 123456789.55, outstanding: true, bank_loans: 3, bank_loans_at_lpr: 1.50}"],
    };

    public static TheoryData<string, string> Cases => ProgramReplays.Of(LoansPrograms.All, Given);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_decision_can_be_taken_again_from_its_record(string name, string given) => ProgramReplays.ShouldReplay(
        LoansPrograms.All, LoansParameters.Shipped, name, given,
        ("370102", new(2020, 3, 5)), ("370300", new(2020, 9, 10)), ("130506", new(2020, 11, 10)), ("210300", new(2026, 11, 20)));
}
