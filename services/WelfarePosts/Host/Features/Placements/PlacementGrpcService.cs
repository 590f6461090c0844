using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>The calls of PlacementService (在岗人员接口); each is a folder beside this file.</summary>
internal sealed class PlacementGrpcService : PlacementService.PlacementServiceBase;
