using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Training.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The third act: two people of the first one are trained; one is paid for, the other is told which clause stands against it.</summary>
internal static class TrainingDemo
{
    private const string City = "370100";
    private const string County = "370102";
    private static readonly OccupationLevel Occupation = new() { Occupation = "4020301", Level = 5 };

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    /// <param name="system">Running.</param>
    /// <param name="unemployed">Registered as unemployed.</param>
    /// <param name="employed">Was registered, and found work since.</param>
    public static async Task<bool> RunAsync(RunningSystem system, ApplicationForm unemployed, ApplicationForm employed)
    {
        using var office = await system.SignInAsync("training");
        using var reviewer = await system.SignInAsync("training-reviewer");
        using var portal = await system.SignInAsync("training-portal");

        Step("备案一家虚构的培训机构并赋码（鲁人社函〔2020〕48号 附件2二(三)），导入虚构的济南市目录和补贴标准（鲁人社字〔2020〕55号 第五条）");
        var institution = await FileAsync(office);
        await ImportCatalogueAsync(office, system.Clock.Today);
        Line($"{institution.Name}，代码 {institution.Code}");

        var held = await HoldClassAsync(system, institution.InstitutionId, unemployed, employed, reviewer, portal);
        if (held is null)
        {
            return false;
        }

        var issued = await CertifyAsync(held.ClassId, reviewer, portal);
        return issued == 2 && await ClaimDemo.RunAsync(system, office, reviewer, portal, institution.InstitutionId, held.ClassId, Occupation, employed);
    }

    private static async Task<Institution> FileAsync(Agency office) =>
        (await new InstitutionService.InstitutionServiceClient(office.Invoker).FileInstitutionAsync(
            new()
            {
                RequestId = NewRequestId(), Kind = InstitutionKind.School, Division = County, Name = "虚构职业培训学校", CreditCode = DemoFirms.New().Fresh,
                BankAccount = "620000000001", BankName = "虚构银行", Handling = Officer(),
            },
            office.Headers)).Institution;

    private static async Task ImportCatalogueAsync(Agency office, DateOnly today)
    {
        using var call = new CourseService.CourseServiceClient(office.Invoker).ImportCourses(office.Headers);
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = NewRequestId() } });
        await call.RequestStream.WriteAsync(new()
        {
            Rows = new()
            {
                Rows =
                {
                    new CourseRow
                    {
                        Row = 1,
                        Course = new()
                        {
                            City = City, Occupation = Occupation, Name = "虚构工种", Category = TrainingCategory.Employment, Hours = 80,
                            LeadsTo = CertificateKind.Completion, StandardFen = 150_000, InForce = new() { From = Of(new DateOnly(today.Year, 1, 1)) },
                        },
                    },
                },
            },
        });
        await call.RequestStream.CompleteAsync();
        var taken = await call;
        Line($"目录导入 {taken.Import.Taken} 行，退回 {taken.Import.Rejected} 行");
    }

    private static async Task<TrainingClass?> HoldClassAsync(
        RunningSystem system, string institution, ApplicationForm unemployed, ApplicationForm employed, Agency reviewer, Agency portal)
    {
        var running = new ClassService.ClassServiceClient(portal.Invoker);
        var reviewing = new ClassService.ClassServiceClient(reviewer.Invoker);
        var today = system.Clock.Today;

        Step("开班计划：线上课时不超过总课时的 40%（鲁人社字〔2020〕72号 二(三)），经审核开班");
        var planned = (await running.PlanClassAsync(
            new()
            {
                RequestId = NewRequestId(), InstitutionId = institution, Occupation = Occupation, Mode = TrainingMode.Combined, TotalHours = 80, OnlineMinutes = 1440,
                StartsOn = Of(today), EndsOn = Of(today.AddDays(2)), Places = 30, Handling = Officer("测机构"),
            },
            portal.Headers)).TrainingClass;
        Show(planned.PlanDecision);
        await reviewing.OpenClassAsync(new() { RequestId = NewRequestId(), ClassId = planned.ClassId, Handling = Officer("测复核") }, reviewer.Headers);

        Step("学员报名：第一幕的两人和一行错误的证件号码；登记失业由系统向失业登记核验（55号 附件1：网上填报，系统校验）");
        var roster = await EnrolAsync(running, portal, planned.ClassId, unemployed, employed);
        Line($"收 {roster.Import.Taken} 人，退回 {roster.Import.Rejected} 行");
        foreach (var fault in roster.Faults)
        {
            Line($"  ✗ 第 {fault.Row} 行 {fault.Field}：{fault.Message}");
        }

        Step("开课、考勤、考核、验收（55号 第十一条：全过程实名制）");
        await running.StartClassAsync(new() { RequestId = NewRequestId(), ClassId = planned.ClassId, Handling = Officer("测机构") }, portal.Headers);
        var trainees = (await running.ListTraineesAsync(new() { ClassId = planned.ClassId }, portal.Headers)).Enrolments;
        system.Clock.Set(today.AddDays(2));
        await running.RecordAttendanceAsync(
            new()
            {
                RequestId = NewRequestId(), ClassId = planned.ClassId, Handling = Officer("测机构"),
                Attendances = { Enumerable.Range(0, 3).SelectMany(day => trainees.Select(one => new Attendance { EnrolmentId = one.EnrolmentId, Day = Of(today.AddDays(day)), Minutes = 480 })) },
            },
            portal.Headers);
        await running.RecordResultsAsync(
            new()
            {
                RequestId = NewRequestId(), ClassId = planned.ClassId, Handling = Officer("测机构"),
                Results = { trainees.Select(one => new EnrolmentResult { EnrolmentId = one.EnrolmentId, Result = new() { ExaminedOn = Of(today.AddDays(2)), Passed = true, Score = "86.5" } }) },
            },
            portal.Headers);
        var closed = (await reviewing.CloseClassAsync(
            new() { RequestId = NewRequestId(), ClassId = planned.ClassId, Accepted = true, Handling = Officer("测复核") }, reviewer.Headers)).TrainingClass;
        Line($"班级 {closed.ClassId}：{closed.Trainees} 人，合格 {closed.Passed} 人，状态 {closed.State}");
        return trainees.Count == 2 && roster.Import.Rejected == 1 && closed.State == ClassState.Accepted ? closed : null;
    }

    private static async Task<EnrolTraineesResponse> EnrolAsync(
        ClassService.ClassServiceClient running, Agency portal, string classId, ApplicationForm unemployed, ApplicationForm employed)
    {
        using var call = running.EnrolTrainees(portal.Headers);
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = NewRequestId(), ClassId = classId } });
        var wrong = Row(3, employed, TraineeGroup.WillingWorker, GroupEvidence.Stated);
        wrong.IdNumber = wrong.IdNumber[..17] + (wrong.IdNumber[17] == '1' ? '2' : '1');
        await call.RequestStream.WriteAsync(new()
        {
            Rows = new()
            {
                Rows =
                {
                    Row(1, unemployed, TraineeGroup.RegisteredUnemployed, GroupEvidence.SystemChecked),
                    Row(2, employed, TraineeGroup.WillingWorker, GroupEvidence.SystemChecked),
                    wrong,
                },
            },
        });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private static RosterRow Row(long row, ApplicationForm form, TraineeGroup group, GroupEvidence evidence) => new()
    {
        Row = row, Name = form.Name, IdNumber = form.IdDocumentNumber, MobilePhone = form.MobilePhone, Group = group, Evidence = evidence, HouseholdDivision = County,
    };

    private static async Task<int> CertifyAsync(string classId, Agency reviewer, Agency portal)
    {
        Step("人社部门按批次赋序列号（48号 三(三)）；任何人都可查验");
        var issued = await new CertificateService.CertificateServiceClient(reviewer.Invoker).IssueCertificatesAsync(
            new() { RequestId = NewRequestId(), ClassId = classId, Handling = Officer("测复核") }, reviewer.Headers);
        Line($"赋号 {issued.Issued} 个：{issued.FirstSerialNumber} 至 {issued.LastSerialNumber}");
        var verified = await new CertificateService.CertificateServiceClient(portal.Invoker).VerifyCertificateAsync(
            new() { SerialNumber = issued.FirstSerialNumber }, portal.Headers);
        Line($"查验 {issued.FirstSerialNumber}：{verified.Verification}，{verified.Name}，{verified.InstitutionName}，{verified.OccupationName}");
        return verified.Verification == Verification.Valid ? issued.Issued : 0;
    }
}
