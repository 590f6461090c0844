using Wenye.Policy;
using Wenye.Registration.Domain.Employments;

namespace Wenye.Registration.Domain.Tests.Employments;

public sealed class EmploymentFieldsTests
{
    private static readonly DateOnly Today = new(2020, 8, 10);

    [Theory]
    [InlineData("unit")]
    [InlineData("individual_business")]
    [InlineData("welfare_post")]
    [InlineData("flexible")]
    public void A_form_without_fault_has_none(string manner) => Faulty(Form(manner)).ShouldBeEmpty();

    [Theory]
    [InlineData("unit", "employer_code", "employer_address")]
    [InlineData("welfare_post", "employer_code", "employer_address")]
    [InlineData("individual_business", "employer_address")]
    [InlineData("flexible")]
    public void What_an_employer_must_tell_depends_on_the_manner(string manner, params string[] missing)
    {
        var form = Form(manner);
        form.Remove("employer_code");
        form.Remove("employer_address");

        Faulty(form).ShouldBe(missing);
    }

    [Theory]
    [InlineData("workplace_division", "370100")]
    [InlineData("employed_on", "20200811")]
    [InlineData("employed_on", "20200230")]
    [InlineData("type", "unspecified")]
    [InlineData("basis", "9")]
    [InlineData("sector", "quaternary")]
    [InlineData("employer_code", "91370100MA0000007j")]
    [InlineData("income_reaches_minimum", "true")]
    [InlineData("birth_date", "20200811")]
    [InlineData("AAC002", "370102190001019995")]
    public void One_fault_is_told_as_exactly_that_field(string field, string text)
    {
        var form = Form("unit");
        form[field] = text;

        Faulty(form).ShouldBe([field]);
    }

    [Fact]
    public void An_industry_waits_for_its_table()
    {
        var form = Form("unit");
        form["industry"] = "0111";

        EmploymentFields.Registration.Validate(form, new Codes(), Today).ShouldBeEmpty();
        EmploymentFields.Registration.Validate(form, new Codes(EmploymentFields.IndustryTable), Today).ShouldHaveSingleItem().Code.ShouldBe("industry");
    }

    [Fact]
    public void Check_characters_and_a_resident_id_that_is_none_are_warnings()
    {
        var form = Form("unit");
        EmploymentWarnings.Of(form).ShouldBeEmpty();

        form["employer_code"] = "91370100MA0000007K";
        form["AAC044"] = "370102190001019995";
        EmploymentWarnings.Of(form).Select(warning => warning.Code).ShouldBe(["employer_code", "AAC044"]);

        form["AAC044"] = "370102190001019996";
        form["AAC004"] = "2";
        EmploymentWarnings.Of(form).Select(warning => warning.Code).ShouldBe(["employer_code", "AAC004"]);
    }

    private static IEnumerable<string> Faulty(IReadOnlyDictionary<string, string> form) =>
        EmploymentFields.Registration.Validate(form, new Codes(), Today).Select(fault => fault.Code);

    private static Dictionary<string, string> Form(string manner)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AAC003"] = "王虚构", ["AAC004"] = "1", ["AAC058"] = "01", ["AAC044"] = "370102190001019996", ["AAC067"] = "13900000000",
            ["workplace_division"] = "370102", ["urban"] = "true", ["type"] = "first", ["manner"] = manner, ["employed_on"] = "20200803",
            ["basis"] = "employment_registration", ["employer_name"] = "虚构单位", ["sector"] = "tertiary",
        };
        if (manner != "flexible")
        {
            form["employer_code"] = "91370100MA0000007J";
            form["employer_address"] = "虚构路三号";
        }

        return form;
    }

    /// <summary>Tables that know every code, but for those that are not loaded.</summary>
    private sealed class Codes(params string[] notLoaded) : ICodeTables
    {
        public CodeStatus Find(string table, string code, DateOnly on) => notLoaded.Contains(table) ? CodeStatus.TableNotLoaded : CodeStatus.Known;
    }
}
