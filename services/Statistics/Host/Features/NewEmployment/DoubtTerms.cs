using Wenye.Policy;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment;

/// <summary>Kinds of doubt as they are stored (存疑情形入库): terms joined by commas.</summary>
internal static class DoubtTerms
{
    public static string Write(IEnumerable<DoubtKind> kinds) => string.Join(',', kinds.Distinct().Order().Select(kind => Term<DoubtKind>.Text(kind)));

    public static IReadOnlyList<DoubtKind> Read(string terms) =>
    [
        .. terms.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(term => Term<DoubtKind>.TryParse(term, out var kind) ? kind : throw new InvalidDataException("A doubt is of no known kind.")),
    ];
}
