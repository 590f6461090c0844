using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

public sealed class FieldTableTests
{
    [Fact]
    public void The_application_has_forty_fields_with_codes_of_their_own()
    {
        FieldRules.Application.Rows.Count.ShouldBe(40);
        FieldRules.Application.Rows.Select(row => row.Code).ShouldBeUnique();
        FieldRules.Application.Rows.Count(row => row.Presence == Presence.Required).ShouldBe(19);
    }

    [Fact]
    public void An_empty_form_lacks_every_required_field() =>
        Forms.FaultyCodes(new Dictionary<string, string>())
            .ShouldBe(FieldRules.Application.Rows.Where(row => row.Presence == Presence.Required).Select(row => row.Code));

    [Fact]
    public void All_faults_come_in_one_answer_in_printed_order()
    {
        var form = Forms.With(("AAC067", "1"), ("AAE127", "20200811"), ("AAC003", "王 建国"), ("AAC002", "370102198501152331"));

        Forms.FaultyCodes(form).ShouldBe(["AAE127", "AAC003", "AAC002", "AAC067"]);
    }

    [Fact]
    public void Messages_are_Chinese_and_never_repeat_the_value()
    {
        var form = FieldRules.Application.Rows.ToDictionary(row => row.Code, _ => "SECRET\u0007SECRET");

        var faults = Forms.Faults(form);

        faults.Count.ShouldBe(40);
        faults.ShouldAllBe(fault => !fault.Message.Contains("SECRET") && fault.Message.Contains('请'));
    }

    [Theory]
    [InlineData("AAC003", "", "姓名必填，请填写")]
    [InlineData("ACA111", "6310101", "本系统尚未载入职业（工种）资格名称1的代码表（ACA111），无法核对，请留空")]
    [InlineData("AAC002", "370102198501152331", "社会保障号码第18位校验码不符，请逐位核对后重新填写")]
    [InlineData("AAC003", "王 建国", "姓名不能含有半角或全角空格，请删去空格")]
    public void A_message_tells_what_to_do(string code, string text, string message) =>
        Forms.Faults(Forms.With((code, text))).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void A_code_that_the_list_does_not_have_is_reported()
    {
        var faults = Forms.Faults(Forms.With(("ZZZ002", "x"), ("ZZZ001", "")));

        faults.Select(fault => fault.Code).ShouldBe(["ZZZ001", "ZZZ002"]);
    }

    [Fact]
    public void A_valid_form_without_a_resident_id_allocates_nothing()
    {
        var form = Forms.With(("AAC002", ""));
        FieldRules.Application.Validate(form, CodeTableSet.Shipped, Forms.Today);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var faults = FieldRules.Application.Validate(form, CodeTableSet.Shipped, Forms.Today);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        faults.ShouldBeEmpty();
    }
}
