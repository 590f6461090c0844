using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>Whether people are recognised as in employment hardship (就业困难人员).</summary>
internal sealed class HardshipStanding(RegistrationDbContext database)
{
    /// <summary>Whether a recognition of the person holds on a day (当日是否为就业困难人员), whatever its category.</summary>
    public Task<bool> IsRecognisedAsync(Guid personId, DateOnly day, CancellationToken cancellation) =>
        database.Recognitions.AnyAsync(
            recognition => recognition.PersonId == personId && recognition.State == RecognitionState.Recognised
                && recognition.RecognisedOn <= day && recognition.ExpiresOn >= day,
            cancellation);
}
