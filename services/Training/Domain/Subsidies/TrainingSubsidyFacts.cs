using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>What training.subsidy looks at (职业培训补贴的事实): one person and certificate. What is left out is unproven.</summary>
public sealed record TrainingSubsidyFacts : IFacts
{
    /// <summary>培训对象.</summary>
    public Fact<SubsidyTrainee> Trainee { get; init => field = value.Named("trainee"); } = Fact.Unproven<SubsidyTrainee>("trainee");

    /// <summary>证书类别.</summary>
    public Fact<CertificateKind> Certificate { get; init => field = value.Named("certificate"); } = Fact.Unproven<CertificateKind>("certificate");

    /// <summary>The day of the certificate (发证日期).</summary>
    public Fact<DateOnly> CertificateDate { get; init => field = value.Named("certificate_date"); } = Fact.Unproven<DateOnly>("certificate_date");

    /// <summary>职业（工种）代码.</summary>
    public Fact<string> Occupation { get; init => field = value.Named("occupation"); } = Fact.Unproven<string>("occupation");

    /// <summary>等级, 1 to 5, 0 for an occupation or certificate without levels.</summary>
    public Fact<int> Level { get; init => field = value.Named("level"); } = Fact.Unproven<int>("level");

    /// <summary>Yuan, what the city pays for this occupation and level (市定补贴标准).</summary>
    public Fact<Money> Standard { get; init => field = value.Named("standard"); } = Fact.Unproven<Money>("standard");

    /// <summary>What this person was already paid for (已享受的补贴); null is unproven, an empty list says that there was nothing. The stage of a platform is not in it.</summary>
    public IReadOnlyList<SubsidisedCourse>? Subsidised { get; init; }

    /// <summary>How often this person was subsidised while at school (在校期间已享受次数).</summary>
    public Fact<int> SubsidisedInCollege { get; init => field = value.Named("subsidised_in_college"); } = Fact.Unproven<int>("subsidised_in_college");

    /// <summary>The platform was already paid for this person, occupation and level (已享受线上平台培训补贴).</summary>
    public Fact<bool> OnlinePlatformPaid { get; init => field = value.Named("online_platform_paid"); } = Fact.Unproven<bool>("online_platform_paid");

    /// <summary>培训方式.</summary>
    public Fact<TrainingMode> Mode { get; init => field = value.Named("mode"); } = Fact.Unproven<TrainingMode>("mode");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A level is none, or a course lacks occupation, level or date.</exception>
    public static TrainingSubsidyFacts Read(FactSet given) => new()
    {
        Trainee = given.Choice<SubsidyTrainee>("trainee"),
        Certificate = given.Choice<CertificateKind>("certificate"),
        CertificateDate = given.Day("certificate_date"),
        Occupation = given.Text("occupation"),
        Level = SubsidisedCourses.LevelOf(given),
        Standard = given.Money("standard"),
        Subsidised = SubsidisedCourses.Read(given, TrainingSubsidy.Name),
        SubsidisedInCollege = given.Count("subsidised_in_college"),
        OnlinePlatformPaid = given.Truth("online_platform_paid"),
        Mode = given.Choice<TrainingMode>("mode"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Trainee.Recorded,
        Certificate.Recorded,
        CertificateDate.Recorded,
        Occupation.Recorded,
        Level.Recorded,
        Standard.Recorded,
        SubsidisedCourses.Recorded(Subsidised),
        SubsidisedInCollege.Recorded,
        OnlinePlatformPaid.Recorded,
        Mode.Recorded,
    ];
}
