using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>Outcomes as they are stored (决定结果): by the contract's numbers, which never change.</summary>
internal static class ScreeningOutcome
{
    public static short NumberOf(Outcome outcome) => outcome switch
    {
        Outcome.Granted => 1,
        Outcome.Refused => 2,
        _ => 3,
    };
}
