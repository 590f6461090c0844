using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Wenye.Persistence;

/// <summary>A model for each key ring (每个密钥环一个模型): the conversions of encrypted properties hold the ring.</summary>
/// <remarks>EF Core keeps models for the whole process. Without this, of two hosts in one process (tests) the second would read and write under the first one's keys.</remarks>
internal sealed class KeyRingModels : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as ServiceDbContext)?.PersonalData, designTime);
}
