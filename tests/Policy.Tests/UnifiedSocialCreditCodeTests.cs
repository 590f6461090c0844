namespace Wenye.Policy.Tests;

public sealed class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("91370100MA0000007J", "370100", "MA0000007")]
    [InlineData("91210300YY99999909", "210300", "YY9999990")]
    [InlineData("521305060000000195", "130506", "000000019")]
    public void A_valid_code_tells_its_parts(string text, string area, string organisation)
    {
        UnifiedSocialCreditCode.TryParse(text, out var code).ShouldBeTrue();
        code.ToString().ShouldBe(text);
        code.AreaCode.ShouldBe(area);
        code.OrganisationCode.ShouldBe(organisation);
    }

    [Theory]
    [InlineData(null, SocialCreditCodeFault.Length)]
    [InlineData("", SocialCreditCodeFault.Length)]
    [InlineData("91370100MA0000007", SocialCreditCodeFault.Length)]
    [InlineData("91370100MA0000007JJ", SocialCreditCodeFault.Length)]
    [InlineData("91370100MAO000007J", SocialCreditCodeFault.Character)]
    [InlineData("91370100MA0000007j", SocialCreditCodeFault.Character)]
    [InlineData("91370100MA0000007Ｊ", SocialCreditCodeFault.Character)]
    [InlineData("9137A100MA0000007J", SocialCreditCodeFault.Character)]
    [InlineData("91370100MA0000007K", SocialCreditCodeFault.CheckCharacter)]
    [InlineData("91370100MA0000008J", SocialCreditCodeFault.OrganisationCheck)]
    public void A_fault_is_named(string? text, SocialCreditCodeFault fault) => UnifiedSocialCreditCode.Examine(text, out _).ShouldBe(fault);

    [Theory]
    [InlineData('I')]
    [InlineData('O')]
    [InlineData('S')]
    [InlineData('V')]
    [InlineData('Z')]
    public void Letters_that_look_like_digits_stand_nowhere(char letter) =>
        UnifiedSocialCreditCode.Examine($"91370100M{letter}0000007J", out _).ShouldBe(SocialCreditCodeFault.Character);

    [Fact]
    public void A_code_with_its_check_characters_is_valid_and_every_single_error_is_found()
    {
        const string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var valid = Compose("9137010", "MA12345X");
        UnifiedSocialCreditCode.TryParse(valid, out _).ShouldBeTrue();

        for (var position = 0; position < valid.Length; position++)
        {
            foreach (var other in characters.Where(character => character != valid[position]))
            {
                UnifiedSocialCreditCode.TryParse($"{valid[..position]}{other}{valid[(position + 1)..]}", out _).ShouldBeFalse();
            }
        }
    }

    private static string Compose(string head, string organisation)
    {
        var body = $"{head}2{organisation}{UnifiedSocialCreditCode.OrganisationCheck(organisation)}";
        return body + UnifiedSocialCreditCode.CheckCharacter(body);
    }
}
