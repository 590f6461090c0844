using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>Minimum wages and rural rates (最低工资标准接口); each rpc is a folder beside this file.</summary>
internal sealed class WageGrpcService : MinimumWageService.MinimumWageServiceBase;
