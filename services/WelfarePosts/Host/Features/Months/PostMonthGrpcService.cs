using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>The calls of monthly subsidies (月度补贴接口); each rpc is a folder beside this file.</summary>
internal sealed class PostMonthGrpcService : PostMonthService.PostMonthServiceBase;
