using Wenye.Cases;

namespace Wenye.Architecture.Tests;

public sealed class CaseRunnerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wenye-cases-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("{outcome: granted, due: 2020-04-22}", true)]
    [InlineData("{outcome: granted, cites: [\"鲁人社字〔2020〕39号 五(一)\"]}", true)]
    [InlineData("{due: 2020-04-22, missing: [], refused_by: []}", true)]
    [InlineData("{outcome: refused}", false)]
    [InlineData("{due: 2020-04-23}", false)]
    [InlineData("{overdue: 2020-04-22}", false)]
    [InlineData("{missing: [from]}", false)]
    [InlineData("{cites: [\"鲁人社字〔2020〕39号 五(二)\"]}", false)]
    [InlineData("{refused_by: [\"鲁人社字〔2020〕39号 五(一)\"]}", false)]
    public void Only_what_is_expected_is_compared(string expect, bool passes)
    {
        var result = Run(Case("registration.deadline", "{step: review, from: 2020-04-13}", expect)).ShouldHaveSingleItem();
        result.Passed.ShouldBe(passes, result.Got);
    }

    [Fact]
    public void A_program_not_built_yet_fails_by_name()
    {
        var result = Run(Case("loans.unheard_of", "{}", "{outcome: granted}")).ShouldHaveSingleItem();
        result.Passed.ShouldBeFalse();
        $"{result.File} {result.Expected}".ShouldBe("t.cases.yaml loans.unheard_of");
    }

    [Theory]
    [InlineData("registration.deadline", "{stage: review}", "没有事实“stage”")]
    [InlineData("registration.deadline", "{from: tomorrow}", "应为日期")]
    public void A_wrong_fact_fails_with_its_name(string program, string given, string message)
    {
        var result = Run(Case(program, given, "{outcome: granted}")).ShouldHaveSingleItem();
        result.Passed.ShouldBeFalse();
        result.Got.ShouldContain(message);
    }

    [Theory]
    [InlineData("- name: [")]
    [InlineData("name: a map")]
    [InlineData("- name: no program")]
    [InlineData("- just text")]
    public void A_file_that_is_none_is_one_failure_and_the_rest_still_runs(string text)
    {
        File.WriteAllText(Path.Combine(folder, "a.cases.yaml"), text);
        Run(Case("registration.deadline", "{step: review, from: 2020-04-13}", "{outcome: granted}")).Select(result => result.Passed).ShouldBe([false, true]);
    }

    [Fact]
    public void Missing_parts_of_a_case_fail_it() =>
        Run("- {name: n, program: registration.deadline, expect: {outcome: granted}}").ShouldHaveSingleItem().Got.ShouldContain("region");

    [Fact]
    public void Programs_are_filtered_by_glob()
    {
        var options = RunOptions.Parse(["--programs", "registration.*,statistics.period", "somewhere"]);
        options.Folders.ShouldBe(["somewhere"]);
        options.Wants("registration.deadline").ShouldBeTrue();
        options.Wants("statistics.period").ShouldBeTrue();
        options.Wants("statistics.new_employment").ShouldBeFalse();
        options.Wants("xregistration.deadline").ShouldBeFalse();
        RunOptions.Parse([]).Folders.ShouldContain(one => one.EndsWith("Registration/Policies", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_failure() =>
        CaseFiles.Below(Path.Combine(folder, "nowhere")).SelectMany(file => CaseRunner.Run(file, _ => true)).ShouldHaveSingleItem().Passed.ShouldBeFalse();

    private static string Case(string program, string given, string expect) => $"""
        - name: n
          program: {program}
          region: "370102"
          as_of: 2020-04-13
          given: {given}
          expect: {expect}
        """;

    private List<CaseResult> Run(string yaml)
    {
        File.WriteAllText(Path.Combine(folder, "t.cases.yaml"), yaml);
        return [.. CaseFiles.Below(folder).SelectMany(file => CaseRunner.Run(file, _ => true))];
    }
}
