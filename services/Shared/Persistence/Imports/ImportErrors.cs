using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Why a stream of rows ends before its end (导入中断).</summary>
public static class ImportErrors
{
    /// <summary>ALREADY_EXISTS: the import's settled rows are others.</summary>
    public static RpcException OtherContent() => RpcErrors.AlreadyExists(
        "IMPORT_ID_REUSED", "导入标识已用于内容不同的导入", new FieldError("import_id", "请换用新的导入标识；续传或重复提交时，内容应与首次完全一致"));

    /// <summary>ABORTED: another stream has gone on with this import.</summary>
    public static RpcException OtherStream() => RpcErrors.Aborted(
        "IMPORT_RUNNING", "同一导入标识的另一连接正在导入，本连接已停止；请查询进度后再决定是否续传");

    /// <summary>ABORTED: another call changed at this moment what the rows are about.</summary>
    public static RpcException Conflict() => RpcErrors.Aborted(
        "CONCURRENT_CHANGE", "导入的编号、人员或单位刚被其他业务办理，本批未受理；请查询进度后从 next_row 续传");
}
