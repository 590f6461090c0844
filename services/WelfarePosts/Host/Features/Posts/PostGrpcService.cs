using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>Employers, plans and posts (岗位开发接口); each rpc is a folder beside this file.</summary>
internal sealed class PostGrpcService : PostService.PostServiceBase;
