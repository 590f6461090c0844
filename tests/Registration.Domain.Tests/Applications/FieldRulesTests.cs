using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>Each printed rule of 鲁人社字〔2020〕39号 附件5 四(一), met and violated.</summary>
public sealed class FieldRulesTests
{
    [Theory]
    // 格式为YYYYMMDD的有效日期；早于或等于系统当前日期
    [InlineData("AAE127", "20200810", true)]
    [InlineData("AAE127", "20200811", false)]
    [InlineData("AAE127", "20200229", true)]
    [InlineData("AAE127", "20190229", false)]
    [InlineData("AAE127", "2020810", false)]
    [InlineData("AAE127", "2020-8-1", false)]
    [InlineData("AAE127", "２０２００８１０", false)]
    [InlineData("AAE127", "00000101", false)]
    [InlineData("AJC090", "20200810", true)]
    [InlineData("AJC090", "20200811", false)]
    [InlineData("AJC090", "20200231", false)]
    [InlineData("AJC090", "202007", false)]
    // 不能含有半角或全角空格
    [InlineData("AAC003", "阿迪力·买买提", true)]
    [InlineData("AAC003", "王\u3000建国", false)]
    [InlineData("AAC003", "王建国 ", false)]
    [InlineData("AAC003", "王\u00A0建国", false)]
    // 必须在代码表中
    [InlineData("AAC004", "9", true)]
    [InlineData("AAC004", "0", false)]
    [InlineData("AAC005", "99", true)]
    [InlineData("AAC005", "97", false)]
    [InlineData("AAC005", "1", false)]
    [InlineData("AAC024", "13", true)]
    [InlineData("AAC024", "14", false)]
    [InlineData("AAC011", "81", true)]
    [InlineData("AAC011", "21", false)]
    [InlineData("AAC033", "3", true)]
    [InlineData("AAC033", "5", false)]
    [InlineData("ALA040", "11", true)]
    [InlineData("ALA040", "12", false)]
    [InlineData("AAC058", "05", true)]
    [InlineData("AAC058", "06", false)]
    [InlineData("AAB301", "371502", true)]
    [InlineData("AAB301", "371200", false)]
    [InlineData("AAB299", "710000", true)]
    [InlineData("AAB299", "370199", false)]
    [InlineData("AAF016", "659010", true)]
    [InlineData("AAF016", "999999", false)]
    [InlineData("AAC015", "5", true)]
    [InlineData("AAC015", "6", false)]
    [InlineData("ACA202", "1", true)]
    [InlineData("ACA202", "0", false)]
    [InlineData("ACA203", "1", true)]
    [InlineData("ACA203", "9", false)]
    [InlineData("AAC014", "411", true)]
    [InlineData("AAC014", "011", false)]
    [InlineData("ACA206", "499", true)]
    [InlineData("ACA206", "413", false)]
    [InlineData("ACA207", "435", true)]
    [InlineData("ACA207", "436", false)]
    [InlineData("ADC221", "2", true)]
    [InlineData("ADC221", "3", false)]
    [InlineData("AJC093", "90", true)]
    [InlineData("AJC093", "99", false)]
    [InlineData("ADC222", "1", true)]
    [InlineData("ADC222", "0", false)]
    // The tables of occupations and titles are not loaded.
    [InlineData("ACA111", "6310101", false)]
    [InlineData("ACA200", "6310101", false)]
    [InlineData("ACA201", "6310101", false)]
    [InlineData("AAC200", "083", false)]
    [InlineData("ACA204", "083", false)]
    [InlineData("ACA205", "083", false)]
    // 社会保障号码
    [InlineData("AAC002", "", true)]
    [InlineData("AAC002", "370102850115233", true)]
    [InlineData("AAC002", "21030019000101999X", true)]
    [InlineData("AAC002", "830000190001010011", true)]
    [InlineData("AAC002", "H0000000001", true)]
    [InlineData("AAC002", "h1", true)]
    [InlineData("AAC002", "37010219850115233", false)]
    [InlineData("AAC002", "王70102198501152335", false)]
    [InlineData("AAC002", "37010285011523A", false)]
    [InlineData("AAC002", "37010219850115A335", false)]
    [InlineData("AAC002", "370102198501152331", false)]
    [InlineData("AAC002", "21030019000101999x", false)]
    [InlineData("AAC002", "21030019000229001X", false)]
    [InlineData("AAC002", "370102850115232", false)] // an even last digit is a woman's
    // 11位数字字符
    [InlineData("AAC067", "1380000000", false)]
    [InlineData("AAC067", "138000000000", false)]
    [InlineData("AAC067", "1380000000a", false)]
    [InlineData("AAC067", "１３８００００００００", false)]
    // 固定电话
    [InlineData("AAE005", "010-88888888", true)]
    [InlineData("AAE005", "0531-8888888-12", true)]
    [InlineData("AAE005", "010-8888888,0531-1", false)]
    [InlineData("AAE005", "010-8888888,021-1234", false)]
    [InlineData("AAE005", "88888888", false)]
    [InlineData("AAE005", "531-88888888", false)]
    [InlineData("AAE005", "01088888888", false)]
    [InlineData("AAE005", "010－88888888", false)]
    [InlineData("AAE005", "010-88888888,", false)]
    [InlineData("AAE005", "010-88888888-1-2", false)]
    [InlineData("AAE005", "010-8888888，", false)]
    // 可写三个意向，中间用“|”隔开
    [InlineData("ACA112", "电工|焊工|钳工", true)]
    [InlineData("ACA112", "电工|焊工|钳工|保安", false)]
    // 控制字符和损坏的字符
    [InlineData("AAE815", "第一行\n第二行", false)]
    [InlineData("AAE815", "零\0字节", false)]
    [InlineData("AAE815", "丢失\uFFFD", false)]
    [InlineData("AAE815", "反\u202E转", false)]
    [InlineData("AAC046", "   ", false)]
    [InlineData("AAE815", "   ", false)]
    [InlineData("AAE815", "表情🙂也是字", true)]
    public void A_field_is_taken_or_refused_by_its_own_rule(string code, string text, bool valid) =>
        Forms.FaultyCodes(Forms.With((code, text))).ShouldBe(valid ? [] : [code]);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Forms.FaultyCodes(Forms.With(("AAC003", "王\uD842"), ("AAC010", "\uDFB7号"))).ShouldBe(["AAC003", "AAC010"]);

    [Theory]
    [InlineData("AAC003", 50)]
    [InlineData("AAC044", 22)]
    [InlineData("AAC010", 150)]
    [InlineData("AAC046", 150)]
    [InlineData("ADC201", 36)]
    [InlineData("AAE159", 50)]
    [InlineData("AAE461", 50)]
    [InlineData("ACA112", 200)]
    [InlineData("AAE815", 200)]
    public void Length_is_counted_in_code_points(string code, int length)
    {
        var longest = string.Concat(Enumerable.Repeat("𠮷", length));

        Forms.FaultyCodes(Forms.With((code, longest))).ShouldBeEmpty();
        Forms.FaultyCodes(Forms.With((code, longest + "字"))).ShouldBe([code]);
    }

    [Theory]
    [InlineData("1", "", true)]
    [InlineData("6", "", false)]
    [InlineData("6", "03", true)]
    public void The_disabled_state_their_grade(string health, string grade, bool valid) =>
        Forms.FaultyCodes(Forms.With(("AAC033", health), ("ALA040", grade))).ShouldBe(valid ? [] : ["ALA040"]);

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("9", true)]
    public void The_number_agrees_with_the_sex(string sex, bool valid) =>
        Forms.FaultyCodes(Forms.With(("AAC004", sex))).ShouldBe(valid ? [] : ["AAC002"]);

    [Fact]
    public void An_unknown_sex_is_the_fault_of_the_sex_alone() =>
        Forms.FaultyCodes(Forms.With(("AAC004", "3"))).ShouldBe(["AAC004"]);

    // 20 characters hold one number; the result list, with 40, holds two.
    [Theory]
    [InlineData("0531-88888888,010-88888888-123456", true)]
    [InlineData("0531-88888888,88888888", false)]
    public void Several_landlines_are_parted_by_commas(string text, bool valid)
    {
        var rule = FieldRules.Application.Rows.Single(row => row.Code == "AAE005");

        (Checks.IsLandline(rule, text, default) is null).ShouldBe(valid);
    }

    // The rules for resident ids are printed at AAC002 only.
    [Fact]
    public void The_number_of_the_document_follows_no_rule_of_resident_ids() =>
        Forms.FaultyCodes(Forms.With(("AAC058", "01"), ("AAC044", "370102198501152331"))).ShouldBeEmpty();

    [Theory]
    [InlineData("90", "家中有事", true)]
    [InlineData("90", "", true)]
    [InlineData("21", "家中有事", false)]
    public void Another_reason_is_stated_only_with_that_code(string reason, string text, bool valid) =>
        Forms.FaultyCodes(Forms.With(("AJC093", reason), ("ADC220", text))).ShouldBe(valid ? [] : ["ADC220"]);

    [Fact]
    public void A_faulty_reason_is_not_reported_twice() =>
        Forms.FaultyCodes(Forms.With(("AJC093", "99"), ("ADC220", "家中有事"))).ShouldBe(["AJC093"]);

    [Theory]
    [InlineData("20191110", true)] // 茌平县 371523 ended between the editions of 2019-12-24 and 2020-03-30
    [InlineData("20200330", false)]
    public void Codes_are_those_of_the_day_of_application(string appliedOn, bool valid) =>
        Forms.FaultyCodes(Forms.With(("AAE127", appliedOn), ("AAB299", "371523"))).ShouldBe(valid ? [] : ["AAB299"]);
}
