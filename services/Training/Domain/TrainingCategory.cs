namespace Wenye.Training.Domain;

/// <summary>Category of training (培训类别), 48号 附件2二(六).</summary>
public enum TrainingCategory
{
    /// <summary>就业技能培训.</summary>
    Employment = 1,

    /// <summary>岗位技能提升培训.</summary>
    Upgrading,

    /// <summary>创业培训.</summary>
    Entrepreneurship,
}

/// <summary>The letters of the categories (培训类别代码), the last place of a serial number.</summary>
public static class CategoryLetters
{
    /// <summary>就业技能培训.</summary>
    public const char Employment = 'A';

    /// <summary>岗位技能提升培训.</summary>
    public const char Upgrading = 'B';

    /// <summary>创业培训.</summary>
    public const char Entrepreneurship = 'C';

    /// <summary>The letter of a category (类别代码).</summary>
    public static char Of(TrainingCategory category) => category switch
    {
        TrainingCategory.Employment => Employment,
        TrainingCategory.Upgrading => Upgrading,
        TrainingCategory.Entrepreneurship => Entrepreneurship,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No letter is given to it."),
    };
}
