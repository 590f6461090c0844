using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>Marks, signals, inspections and reports (监督检查接口); each rpc is a folder beside this file.</summary>
internal sealed class SupervisionGrpcService : SupervisionService.SupervisionServiceBase;
