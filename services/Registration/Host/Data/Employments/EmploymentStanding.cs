using Microsoft.EntityFrameworkCore;

namespace Wenye.Registration.Data;

/// <summary>Whether people are in work by the register (就业状态).</summary>
internal sealed class EmploymentStanding(RegistrationDbContext database)
{
    // 39号 一(一)  “处于无业状态”依据山东省公共就业人才服务信息系统记录
    /// <summary>Whether the person, under whichever of their keys, has an employment that has not ended (处于就业状态).</summary>
    /// <remarks>Holds until the transaction ends only while the person's row is held, see <see cref="People"/>.</remarks>
    public Task<bool> IsEmployedAsync(Guid[] person, CancellationToken cancellation) =>
        database.Employments.AnyAsync(employment => person.Contains(employment.PersonId) && employment.EndedOn == null, cancellation);
}
