using Wenye.Loans.Domain.Borrowers;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Borrowers;

public sealed class LoanLimitTests
{
    private static readonly PolicyContext Zibo = LoansParameters.Shipped.At(Division.Parse("370300"), new(2020, 6, 1));

    [Fact]
    public void A_partnership_may_borrow_as_much_as_its_members_would_alone()
    {
        foreach (var day in new DateOnly[] { new(2020, 4, 1), new(2020, 5, 18), new(2021, 1, 1) })
        {
            var policy = LoansParameters.Shipped.At(Division.Parse("370300"), day);
            var alone = Most(1, policy);
            Most(2, policy).ShouldBe(alone * 2);
            Most(3, policy).ShouldBe(alone * 3);
            Most(4, policy).ShouldBe(alone * 3);
        }
    }

    [Fact]
    public void Hires_reach_the_share_of_the_staff_and_one_fewer_does_not()
    {
        for (var staff = 1; staff <= 400; staff++)
        {
            var required = EnterpriseLoan.Decide(new() { Employees = staff }, Zibo).Result!.RequiredHires!.Value;
            var share = staff > 100 ? 8 : 15;
            (required * 100).ShouldBeGreaterThanOrEqualTo(staff * share);
            ((required - 1) * 100).ShouldBeLessThan(staff * share);
        }
    }

    [Theory]
    [InlineData("other_loans: [{kind: consumer}]")]
    [InlineData("other_loans: [{amount: 3}]")]
    [InlineData("spouse_other_loans: [{kind: consumer, amount: 3, bank: 甲}]")]
    [InlineData("category: rich")]
    public void A_loan_or_category_that_is_none_is_no_fact(string given) =>
        Should.Throw<FactException>(() => PersonalLoanFacts.Read(FactSet.Parse($"{{{given}}}")));

    private static Money Most(int partners, PolicyContext policy) => PersonalLoan.Decide(new() { Partners = partners }, policy).Result!.MaxAmount!.Value;
}
