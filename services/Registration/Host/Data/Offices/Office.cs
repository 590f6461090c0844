using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>An office or online channel where people register (机构): a row of 鲁人社字〔2020〕39号 附件2.</summary>
/// <remarks>
/// Division and name say which office it is; its id stays while the rest changes. The directory is published by the cities
/// (一(三)), so nothing of it is personal data. An office is never deleted: records name it.
/// </remarks>
public sealed class Office
{
    public required Guid Id { get; init; }

    /// <summary>行政区划: 6 digits of GB/T 2260 for city and county, 9 for a town, 12 for a village.</summary>
    public required string Division { get; init; }

    /// <summary>机构名称; unique within the division.</summary>
    public required string Name { get; init; }

    /// <summary>行政区划 as printed.</summary>
    public required string DivisionName { get; set; }

    /// <summary>经办地址; empty for a channel that is online only.</summary>
    public required string Address { get; set; }

    /// <summary>咨询电话.</summary>
    public required string Phone { get; set; }

    /// <summary>线上渠道.</summary>
    public required string OnlineChannels { get; set; }

    /// <summary>经办项目, in the order of the list.</summary>
    public required string[] Services { get; set; }

    /// <summary>Read from the division.</summary>
    public required OfficeLevel Level { get; init; }

    /// <summary>The office one level up in whose division it lies; null when the directory has none.</summary>
    public Guid? ParentId { get; private init; }

    /// <summary>城乡分类代码 of the village or community it stands in, 1xx urban, 2xx rural; empty: not known.</summary>
    public required string AreaClass { get; set; }

    /// <summary>Whether a complete list did not name it any more.</summary>
    public bool Closed { get; set; }
}
