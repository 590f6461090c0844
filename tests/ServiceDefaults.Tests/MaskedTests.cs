namespace Wenye.ServiceDefaults.Tests;

/// <summary>Names as everybody may see them tell neither their length nor, of one character, themselves.</summary>
public sealed class MaskedTests
{
    [Theory]
    [InlineData("张三", "张**")]
    [InlineData("欧阳某某", "欧**")]
    [InlineData("𠮷田", "𠮷**")]
    [InlineData("张", "***")]
    [InlineData("𠮷", "***")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_shows_its_first_character_at_most(string? name, string shown) => Masked.Name(name).ShouldBe(shown);
}
