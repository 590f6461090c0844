using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.WelfarePosts.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The fifth act: two people in hardship apply for one post; the order is explained, the first is placed.</summary>
internal static class WelfarePostDemo
{
    /// <summary>Drives it; false when something did not come out as it should.</summary>
    /// <param name="system">Running.</param>
    /// <param name="form">Of which new people are made.</param>
    public static async Task<bool> RunAsync(RunningSystem system, ApplicationForm form)
    {
        var (family, older) = HardshipDemo.People(form, system.Clock.Today);
        if (!await HardshipDemo.RecogniseAsync(system, family, older))
        {
            return false;
        }

        using var parties = await PostParties.SignInAsync(system);
        var post = await DevelopAsync(parties, system.Clock.Today);
        var confirmed = await RecruitAsync(system, parties, post, older, family);
        if (confirmed?.Name != family.Form.Name)
        {
            return false;
        }

        var placed = await PlaceAsync(parties, system.Clock.Today, confirmed.CandidacyId);
        return placed is not null && await NewEmploymentDemo.RunAsync(system, placed.EmploymentId) && await PostMonthDemo.RunAsync(system, parties, placed);
    }

    private static async Task<string> DevelopAsync(PostParties parties, DateOnly today)
    {
        var developing = new PostService.PostServiceClient(parties.Office.Invoker);
        var deciding = new PostService.PostServiceClient(parties.Reviewer.Invoker);

        Step("岗位开发计划、用人单位、岗位申报与核定（鲁人社字〔2020〕36号 第四、五条）：非营利性基层公共服务岗位");
        var employer = (await developing.RegisterEmployerAsync(
            new()
            {
                RequestId = NewRequestId(), Handling = Officer(),
                Employer = new() { Name = "虚构街道办事处", CreditCode = DemoFirms.New().Fresh, Division = PostParties.County, BankAccount = "620000000003", BankName = "虚构银行" },
            },
            parties.Office.Headers)).Employer;
        await deciding.SetPlanAsync(
            new() { RequestId = NewRequestId(), Division = PostParties.City, Year = today.Year, Kind = PostKind.Urban, Places = 1000, Handling = Officer("测复核") }, parties.Reviewer.Headers);
        var proposed = (await developing.ProposePostAsync(
            new()
            {
                RequestId = NewRequestId(), Handling = Officer(),
                Post = new()
                {
                    EmployerId = employer.EmployerId, Division = PostParties.County, Kind = PostKind.Urban, Duty = PostDuty.PublicService, WorkingTime = WorkingTime.Full,
                    NonProfit = true, Urban = true, Sector = PostSector.Tertiary, Places = 1,
                    Texts = new()
                    {
                        Title = "社区保洁员", Duties = "社区公共区域保洁", Requirements = "身体健康，能坚持正常工作", Pay = "当地月最低工资标准",
                        Workplace = "虚构社区1号", Hours = "每日8小时", Period = "合同期3年",
                    },
                },
            },
            parties.Office.Headers)).Post;
        var decided = await deciding.DecidePostAsync(new() { RequestId = NewRequestId(), PostId = proposed.PostId, Handling = Officer("测复核") }, parties.Reviewer.Headers);
        Show(decided.Decision);
        Line($"岗位 {decided.Post.PostId}，{decided.Post.State}，空缺 {decided.Post.Vacancies}");
        return decided.Post.PostId;
    }

    private static async Task<Candidacy?> RecruitAsync(RunningSystem system, PostParties parties, string post, params IReadOnlyList<HardshipCase> people)
    {
        var holding = new RecruitmentService.RecruitmentServiceClient(parties.Office.Invoker);
        var reviewing = new RecruitmentService.RecruitmentServiceClient(parties.Reviewer.Invoker);

        Step("招聘公告：岗位名称、薪酬、工作内容、要求、地点、时长、在岗时间齐全才发布（36号 第十一条(一)、38号 七）");
        var today = system.Clock.Today;
        var round = (await holding.OpenRoundAsync(
            new()
            {
                RequestId = NewRequestId(), Division = PostParties.County, Posts = { new PlacesOffered { PostId = post, Places = 1 } }, ClosesOn = Of(today.AddDays(3)),
                Channels = "虚构网站、虚构微信公众号", Reason = today.Month > 3 ? "演示：第一季度后新开发岗位" : "", Handling = Officer(),
            },
            parties.Office.Headers)).Round;
        var published = await reviewing.PublishRoundAsync(new() { RequestId = NewRequestId(), RoundId = round.RoundId, Handling = Officer("测复核") }, parties.Reviewer.Headers);
        Line($"{(published.Published ? "已发布" : "未发布")}，报名至 {Text(round.ClosesOn)}");

        Step("两人报名；失业登记、就业困难认定和一年内服务次数由系统向失业登记核验，不要求提交证明");
        foreach (var person in people)
        {
            var applied = await holding.SubmitCandidacyAsync(
                new()
                {
                    RequestId = NewRequestId(), RoundId = round.RoundId, PostId = post, Source = CandidacySource.Application, Name = person.Form.Name,
                    IdNumber = person.Form.IdDocumentNumber, Phone = person.Form.MobilePhone, Handling = Officer(), Evidence = EvidenceOf(person),
                },
                parties.Office.Headers);
            Line($"{applied.Candidacy.Name}，{applied.Candidacy.Group}，{applied.Candidacy.State}");
            Show(applied.Decision);
        }

        return await RankAsync(system, holding, reviewing, parties, round, post);
    }

    // What the office found of each: the family of the older man has work.
    private static CandidateEvidence EvidenceOf(HardshipCase person) => new()
    {
        MeetsRequirements = new() { Holds = true, Source = "虚构的面谈记录" }, HardToPlace = new() { Holds = true, Source = "虚构的职业介绍记录" },
        ZeroEmploymentFamily = person.Category == HardshipCategory.ZeroEmploymentFamily ? null : new() { Holds = false, Source = "虚构的比对结果" },
    };

    private static async Task<Candidacy?> RankAsync(
        RunningSystem system, RecruitmentService.RecruitmentServiceClient holding, RecruitmentService.RecruitmentServiceClient reviewing, PostParties parties, Round round, string post)
    {
        system.Clock.Set(From(round.ClosesOn).AddDays(1));
        Step("报名截止后排序：零就业家庭成员先于大龄就业困难人员（36号 第十条），每一名次说明理由");
        await holding.RankCandidatesAsync(new() { RequestId = NewRequestId(), RoundId = round.RoundId, Handling = Officer() }, parties.Office.Headers);
        var ranking = await holding.GetRankingAsync(new() { RoundId = round.RoundId, PostId = post }, parties.Office.Headers);
        foreach (var one in ranking.Candidates)
        {
            Line($"第 {one.Position} 名 {one.Candidacy.Name}（{one.Candidacy.State}）：{one.Explanation}");
        }

        Step("拟聘人员公示，名单隐去部分信息");
        var publicity = await reviewing.StartPublicityAsync(new() { RequestId = NewRequestId(), RoundId = round.RoundId, Handling = Officer("测复核") }, parties.Reviewer.Headers);
        foreach (var name in publicity.Names)
        {
            Line($"{name.PostTitle}：{name.Name} {name.IdNumber}，{Text(publicity.From)} 至 {Text(publicity.To)}（{publicity.Source}）");
        }

        system.Clock.Set(From(publicity.To).AddDays(1));
        return (await reviewing.ConfirmPublicityAsync(new() { RequestId = NewRequestId(), RoundId = round.RoundId, Handling = Officer("测复核") }, parties.Reviewer.Headers)).Confirmed.SingleOrDefault();
    }

    private static async Task<Placement?> PlaceAsync(PostParties parties, DateOnly today, string candidacy)
    {
        Step("签订劳动合同上岗；就业登记由失业登记系统办理，失业登记随之注销，原因 14 公益性岗位安置（人社厅发〔2020〕79号 附件）");
        var signed = await new PlacementService.PlacementServiceClient(parties.Office.Invoker).SignContractAsync(
            new() { RequestId = NewRequestId(), CandidacyId = candidacy, Contract = ContractKind.LabourContract, StartedOn = Of(today), Handling = Officer() }, parties.Office.Headers);
        foreach (var decision in signed.Decisions.Where(one => one.Program is "welfare_posts.term" or "welfare_posts.hire"))
        {
            Show(decision);
        }

        if (!signed.Signed)
        {
            return null;
        }

        Line($"{signed.Placement.State}，补贴期限至 {Text(signed.Placement.Until)}；失业登记 {signed.EndedRegistrationId} 已注销，AJC00A = {signed.EndedWithReason}");
        return signed.EndedWithReason == "14" && signed.Placement.State == PlacementState.InPost ? signed.Placement : null;
    }
}
