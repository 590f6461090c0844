using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Claims;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.OpenFunding;

/// <summary>Apprentices that a plan names (学徒名单): what may be wrong with them, and how they are kept.</summary>
internal static class ApprenticeNames
{
    private const int MostNamed = 2000;
    private const int MostFaults = 100;

    /// <summary>What is wrong with the names of all lines (学徒名单校验): the first hundred faults.</summary>
    public static IEnumerable<FieldError> Faults(OpenFundingRequest request)
    {
        if (request.Apprentices.Sum(line => line.Named.Count) > MostNamed)
        {
            return [new("apprentices", $"一份资金安排最多填写 {MostNamed} 名学徒，请分开登记")];
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        return request.Apprentices.SelectMany((line, index) => Faults(line, OpenFaults.Item("apprentices", index), known)).Take(MostFaults);
    }

    /// <summary>Everyone who is named (学徒).</summary>
    public static IEnumerable<(string Name, string IdNumber)> Of(OpenFundingRequest request) =>
        request.Apprentices.SelectMany(line => line.Named).Select(one => (one.Name, one.IdNumber));

    /// <summary>Adds them to the funding, not decided yet.</summary>
    /// <param name="funding">New.</param>
    /// <param name="request">Without faults.</param>
    /// <param name="keys">Of each by id number.</param>
    /// <param name="employed">Whom Registration knows as employed by the firm, by id number.</param>
    public static void AddTo(Funding funding, OpenFundingRequest request, IReadOnlyDictionary<string, Guid> keys, IReadOnlySet<string> employed)
    {
        foreach (var (line, index) in request.Apprentices.Select((line, index) => (line, index)))
        {
            foreach (var (one, number) in line.Named.Select((one, number) => (one, number)))
            {
                funding.Named.Add(new FundingApprentice
                {
                    Id = Guid.CreateVersion7(),
                    FundingId = funding.Id,
                    Line = index + 1,
                    Number = number + 1,
                    TraineeId = keys[one.IdNumber],
                    Contract = employed.Contains(one.IdNumber) ? GroupEvidence.SystemChecked : one.Contract == GroupEvidence.Uploaded ? GroupEvidence.Uploaded : GroupEvidence.Stated,
                });
            }
        }
    }

    private static IEnumerable<FieldError> Faults(Apprentices line, string path, HashSet<string> known)
    {
        if (line.Named.Count > 0 && line.Named.Count != line.People)
        {
            yield return new($"{path}.named", "学徒名单应与该行人数一致；不填名单的，请全部不填");
        }

        for (var i = 0; i < line.Named.Count; i++)
        {
            var one = line.Named[i];
            var item = OpenFaults.Item($"{path}.named", i);
            foreach (var fault in ClaimInput.PersonFaults(new ClaimPerson { Name = one.Name, IdNumber = one.IdNumber }, item))
            {
                yield return fault;
            }

            if (one.IdNumber.Length > 0 && !known.Add(one.IdNumber))
            {
                yield return new($"{item}.AAC147", "与前面的学徒是同一人，一份资金安排中每人只填一次，请删除重复的一行");
            }

            if (one.Contract is not (GroupEvidence.Unspecified or GroupEvidence.Uploaded))
            {
                yield return new($"{item}.contract", "劳动合同书已上传的填 UPLOADED，否则不填；系统校验由本平台办理");
            }

            if (one.ApprenticeId.Length > 0 || one.Outcome != Outcome.Unspecified || one.Clauses.Count > 0 || one.MissingFacts.Count > 0 || one.HasFinished)
            {
                yield return new(item, "只填写姓名、身份号码和劳动合同书，其余由系统给出");
            }
        }
    }
}
