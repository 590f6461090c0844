using Wenye.Persistence;

namespace Wenye.Stabilization.Data;

/// <summary>An import of what agencies know of firms (企业数据导入).</summary>
public sealed class FirmDataImport : ImportProgress;
