using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>One employment of one person as statistics look at it (就业记录). What is left out is unproven.</summary>
/// <remarks>
/// "Additions" are facts beyond the contract of cases: while nobody established them, their clause is not in question.
/// </remarks>
public sealed record EmploymentRecord : IFacts
{
    /// <summary>Whatever tells records apart (编号).</summary>
    public Fact<string> Id { get; init => field = value.Named("id"); } = Fact.Unproven<string>("id");

    /// <summary>The key of the person (人员).</summary>
    public Fact<string> Person { get; init => field = value.Named("person"); } = Fact.Unproven<string>("person");

    /// <summary>First day of work (用工之日、就业时间).</summary>
    public Fact<DateOnly> EmployedOn { get; init => field = value.Named("employed_on"); } = Fact.Unproven<DateOnly>("employed_on");

    /// <summary>The place of work is urban (城镇区域).</summary>
    public Fact<bool> Urban { get; init => field = value.Named("urban"); } = Fact.Unproven<bool>("urban");

    /// <summary>就业方式.</summary>
    public Fact<EmploymentForm> Form { get; init => field = value.Named("form"); } = Fact.Unproven<EmploymentForm>("form");

    /// <summary>The employer's code or key (就业单位); tells nothing by itself.</summary>
    public Fact<string> Employer { get; init => field = value.Named("employer"); } = Fact.Unproven<string>("employer");

    /// <summary>Province of the place of work (就业地所在省), the first two digits of GB/T 2260; more digits are cut.</summary>
    public Fact<string> PlaceProvince { get; init => field = value.Named("place_province"); } = Fact.Unproven<string>("place_province");

    /// <summary>In a rural public-benefit post, a poverty-relief workshop or firm (乡村公益性岗位和扶贫车间及企业).</summary>
    public Fact<bool> RuralPostOrWorkshop { get; init => field = value.Named("rural_welfare_post_or_workshop"); } = Fact.Unproven<bool>("rural_welfare_post_or_workshop");

    /// <summary>享受职工或居民养老保险待遇.</summary>
    public Fact<bool> ReceivesPension { get; init => field = value.Named("receives_pension"); } = Fact.Unproven<bool>("receives_pension");

    /// <summary>报告期内一直领取失业保险待遇.</summary>
    public Fact<bool> DrawingBenefit { get; init => field = value.Named("drawing_benefit_all_period"); } = Fact.Unproven<bool>("drawing_benefit_all_period");

    /// <summary>Of working age (劳动年龄内): 16 and over, up to a pension.</summary>
    public Fact<bool> AgeOk { get; init => field = value.Named("age_ok"); } = Fact.Unproven<bool>("age_ok");

    /// <summary>上年度报告期末为就业状态.</summary>
    public Fact<bool> EmployedAtYearEnd { get; init => field = value.Named("employed_at_last_year_end"); } = Fact.Unproven<bool>("employed_at_last_year_end");

    /// <summary>Between two employments there is a record of unemployment (就业记录→失业记录→就业记录).</summary>
    public Fact<bool> UnemployedBefore { get; init => field = value.Named("unemployed_spell_before"); } = Fact.Unproven<bool>("unemployed_spell_before");

    /// <summary>Insured at one employer from last year into the period without a break (同一单位参保、未减员).</summary>
    public Fact<bool> SameEmployer { get; init => field = value.Named("same_employer_continuous_insurance"); } = Fact.Unproven<bool>("same_employer_continuous_insurance");

    /// <summary>Registered and left within the period (办理就业登记又做退出).</summary>
    public Fact<bool> LeftInPeriod { get; init => field = value.Named("registered_and_left_in_period"); } = Fact.Unproven<bool>("registered_and_left_in_period");

    /// <summary>Marked as doubtful and not yet verified (存疑), statistics.doubt.</summary>
    public Fact<bool> Doubtful { get; init => field = value.Named("doubtful"); } = Fact.Unproven<bool>("doubtful");

    /// <summary>Had an individual business in a former year (以前年度注册过个体工商户).</summary>
    public Fact<bool> PriorBusiness { get; init => field = value.Named("prior_individual_business"); } = Fact.Unproven<bool>("prior_individual_business");

    /// <summary>Was in a public-benefit post in a former year (以前年度是公益性岗位安置人员).</summary>
    public Fact<bool> PriorWelfarePost { get; init => field = value.Named("prior_welfare_post"); } = Fact.Unproven<bool>("prior_welfare_post");

    /// <summary>Was employed flexibly in a former year (以前年度是灵活就业人员).</summary>
    public Fact<bool> PriorFlexible { get; init => field = value.Named("prior_flexible"); } = Fact.Unproven<bool>("prior_flexible");

    /// <summary>Addition: was employed by a body in a former year (以前年度单位就业).</summary>
    public Fact<bool> PriorUnit { get; init => field = value.Named("prior_unit"); } = Fact.Unproven<bool>("prior_unit");

    /// <summary>Addition, with <see cref="PriorUnit"/>: by another than now (就业单位变化).</summary>
    public Fact<bool> EmployerChanged { get; init => field = value.Named("employer_changed"); } = Fact.Unproven<bool>("employer_changed");

    /// <summary>Addition: that record of unemployment is a registration (失业登记) and not only a break of insurance (断缴).</summary>
    public Fact<bool> SpellRegistered { get; init => field = value.Named("spell_registered"); } = Fact.Unproven<bool>("spell_registered");

    /// <summary>Addition: the former business was deregistered before this one was registered (注销后新注册).</summary>
    public Fact<bool> PriorBusinessDeregistered { get; init => field = value.Named("prior_business_deregistered"); } = Fact.Unproven<bool>("prior_business_deregistered");

    /// <summary>Addition: moved between bodies without a break, or a contract was renewed (单位调转、续签合同).</summary>
    public Fact<bool> TransferOrRenewal { get; init => field = value.Named("transfer_or_renewal"); } = Fact.Unproven<bool>("transfer_or_renewal");

    /// <summary>Addition: earns at least the local minimum living standard (报酬或收入不低于城市低保标准).</summary>
    public Fact<bool> EarnsMinimum { get; init => field = value.Named("earns_minimum"); } = Fact.Unproven<bool>("earns_minimum");

    /// <summary>Addition: registered in error, or otherwise not to be counted (业务经办错误等).</summary>
    public Fact<bool> HandlingError { get; init => field = value.Named("handling_error"); } = Fact.Unproven<bool>("handling_error");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EmploymentRecord Read(FactSet given) => new()
    {
        Id = given.Text("id"),
        Person = given.Text("person"),
        EmployedOn = given.Day("employed_on"),
        Urban = given.Truth("urban"),
        Form = given.Choice<EmploymentForm>("form"),
        Employer = given.Text("employer"),
        PlaceProvince = given.Text("place_province"),
        RuralPostOrWorkshop = given.Truth("rural_welfare_post_or_workshop"),
        ReceivesPension = given.Truth("receives_pension"),
        DrawingBenefit = given.Truth("drawing_benefit_all_period"),
        AgeOk = given.Truth("age_ok"),
        EmployedAtYearEnd = given.Truth("employed_at_last_year_end"),
        UnemployedBefore = given.Truth("unemployed_spell_before"),
        SameEmployer = given.Truth("same_employer_continuous_insurance"),
        LeftInPeriod = given.Truth("registered_and_left_in_period"),
        Doubtful = given.Truth("doubtful"),
        PriorBusiness = given.Truth("prior_individual_business"),
        PriorWelfarePost = given.Truth("prior_welfare_post"),
        PriorFlexible = given.Truth("prior_flexible"),
        PriorUnit = given.Truth("prior_unit"),
        EmployerChanged = given.Truth("employer_changed"),
        SpellRegistered = given.Truth("spell_registered"),
        PriorBusinessDeregistered = given.Truth("prior_business_deregistered"),
        TransferOrRenewal = given.Truth("transfer_or_renewal"),
        EarnsMinimum = given.Truth("earns_minimum"),
        HandlingError = given.Truth("handling_error"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Id.Recorded, Person.Recorded, EmployedOn.Recorded, Urban.Recorded, Form.Recorded, Employer.Recorded, PlaceProvince.Recorded,
        RuralPostOrWorkshop.Recorded, ReceivesPension.Recorded, DrawingBenefit.Recorded, AgeOk.Recorded, EmployedAtYearEnd.Recorded,
        UnemployedBefore.Recorded, SameEmployer.Recorded, LeftInPeriod.Recorded, Doubtful.Recorded, PriorBusiness.Recorded,
        PriorWelfarePost.Recorded, PriorFlexible.Recorded, PriorUnit.Recorded, EmployerChanged.Recorded, SpellRegistered.Recorded,
        PriorBusinessDeregistered.Recorded, TransferOrRenewal.Recorded, EarnsMinimum.Recorded, HandlingError.Recorded,
    ];
}
