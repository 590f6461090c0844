using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Features.Attendance;

/// <summary>The calls of AttendanceService (考勤与考核接口); each is a folder beside this file.</summary>
internal sealed class AttendanceGrpcService : AttendanceService.AttendanceServiceBase;
