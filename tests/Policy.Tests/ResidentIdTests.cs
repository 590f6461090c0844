using FsCheck.Fluent;

namespace Wenye.Policy.Tests;

public sealed class ResidentIdTests
{
    [Theory]
    [InlineData("370102190001019996", "1900-01-01", Sex.Male)]
    [InlineData("21030019000101999X", "1900-01-01", Sex.Male)]
    [InlineData("130506190002280021", "1900-02-28", Sex.Female)]
    [InlineData("830000190001010011", "1900-01-01", Sex.Male)]
    public void A_valid_number_tells_birth_and_sex(string text, string birth, Sex sex)
    {
        ResidentId.TryParse(text, out var id).ShouldBeTrue();
        id.BirthDate.ShouldBe(DateOnly.Parse(birth));
        id.Sex.ShouldBe(sex);
        id.Reveal().ShouldBe(text);
    }

    [Theory]
    [InlineData(null, ResidentIdFault.Length)]
    [InlineData("", ResidentIdFault.Length)]
    [InlineData("37010219000101999", ResidentIdFault.Length)]
    [InlineData("370102190001019995", ResidentIdFault.CheckCharacter)]
    [InlineData("21030019000229001X", ResidentIdFault.BirthDate)]
    [InlineData("13050619000228002A", ResidentIdFault.Character)]
    [InlineData("21030019000101999x", ResidentIdFault.Character)]
    [InlineData("３70102190001019996", ResidentIdFault.Character)]
    [InlineData("37010200010199A", ResidentIdFault.Character)]
    public void A_fault_is_named(string? text, ResidentIdFault fault) => ResidentId.Examine(text, out _).ShouldBe(fault);

    [Fact]
    public void Fifteen_digits_are_brought_to_eighteen()
    {
        ResidentId.TryParse("370102000101999", out var id).ShouldBeTrue();
        id.Reveal().ShouldBe("370102190001019996");
    }

    [Fact]
    public void Text_form_is_masked()
    {
        ResidentId.TryParse("370102190001019996", out var id).ShouldBeTrue();
        id.ToString().ShouldBe("3701************96");
        $"{id}".ShouldNotContain("19000101");
        default(ResidentId).ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_number_with_its_check_character_is_valid_and_every_single_digit_error_is_found() =>
        Properties.Hold(
            from day in Properties.Days
            from sequence in Gen.Choose(0, 999)
            from place in Gen.Choose(0, 16)
            from digit in Gen.Choose(1, 9)
            select (Body: $"370102{day:yyyyMMdd}{sequence:000}", place, digit),
            draw =>
            {
                var number = draw.Body + ResidentId.CheckCharacter(draw.Body);
                var wrongDigit = (char)('0' + ((number[draw.place] - '0' + draw.digit) % 10));
                var wrong = number[..draw.place] + wrongDigit + number[(draw.place + 1)..];
                return ResidentId.TryParse(number, out _) && !ResidentId.TryParse(wrong, out _);
            });

    [Fact]
    public void A_check_character_needs_seventeen_digits() =>
        Should.Throw<ArgumentException>(() => ResidentId.CheckCharacter("123"));
}
