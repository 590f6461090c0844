using FsCheck;
using FsCheck.Fluent;

namespace Wenye.Payments.Tests;

/// <summary>Whatever is done in whatever order, the books agree after each deed.</summary>
public sealed class LedgerPropertyTests(PayingHost host)
{
    private const int Runs = 30;
    private const int MostDeeds = 25;

    [Fact]
    public void The_books_agree_after_every_deed()
    {
        var deed = from what in Gen.Frequency(
                       (4, Gen.Constant(Deed.Add)), (3, Gen.Constant(Deed.Budget)), (4, Gen.Constant(Deed.Approve)), (4, Gen.Constant(Deed.Batch)),
                       (5, Gen.Constant(Deed.Answer)), (1, Gen.Constant(Deed.AnswerAgain)), (2, Gen.Constant(Deed.Correct)), (1, Gen.Constant(Deed.Drop)), (3, Gen.Constant(Deed.Recover)))
                   from amount in Gen.Choose(1, 100)
                   select (what, amount);
        var deeds = from count in Gen.Choose(5, MostDeeds)
                    from all in Gen.ListOf(deed, count)
                    select all.ToList();
        Prop.ForAll(deeds.ToArbitrary(), all => HoldAsync(all).GetAwaiter().GetResult() is not { } broken ? true : throw new InvalidOperationException(broken))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));
    }

    private async Task<string?> HoldAsync(IReadOnlyList<(Deed What, int Amount)> deeds)
    {
        var books = new Books(host);
        foreach (var (what, amount) in deeds)
        {
            await books.DoAsync(what, amount);
            if (await books.BrokenAsync() is { } broken)
            {
                return $"{what} {amount}: {broken}";
            }
        }

        return null;
    }
}
