using Wenye.Persistence;

namespace Wenye.Statistics.Data.Warnings;

/// <summary>An import of monitored firms and their months (监测企业导入); its ids are apart from those of other facts.</summary>
public sealed class MonitoredFirmImport : ImportProgress;
