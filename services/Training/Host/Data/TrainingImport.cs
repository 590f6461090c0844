using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>An import of a catalogue or a roster (目录、名册导入).</summary>
public sealed class TrainingImport : ImportProgress
{
    /// <summary>The class of a roster; null: a catalogue. An id that was begun for one is not gone on with for another.</summary>
    public Guid? ClassId { get; init; }
}
