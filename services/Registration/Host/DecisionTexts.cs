using System.Runtime.CompilerServices;
using System.Text;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Domain;

namespace Wenye.Registration;

/// <summary>Decisions as they are stored with their case (决定的规范文本).</summary>
internal static class DecisionTexts
{
    private static readonly ConditionalWeakTable<Decision<DueDay>, string> Deadlines = [];

    /// <summary>The decision as stored with the case (决定的规范文本), to be replayed to the same bytes.</summary>
    public static string Canonical(this Decision decision) => Encoding.UTF8.GetString(DecisionJson.Write(decision));

    /// <summary>The same, encrypted at once (封存的规范文本).</summary>
    public static SealedText Sealed(this Decision decision, PersonalDataProtector protector) => protector.Seal(DecisionJson.Write(decision));

    /// <inheritdoc cref="Canonical(Decision)"/>
    public static string Canonical(this Decision<DueDay> deadline) => Deadlines.GetValue(deadline, static decision => ((Decision)decision).Canonical());
}
