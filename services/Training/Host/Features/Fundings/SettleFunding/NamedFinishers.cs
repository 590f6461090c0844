using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Fundings.OpenFunding;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.SettleFunding;

/// <summary>Who of the apprentices by name finished (结业学徒).</summary>
internal static class NamedFinishers
{
    private const string NotOne = "不是该资金安排的学徒，或重复填写，请按资金安排查询结果填写";

    /// <summary>What does not fit the funding's names (结业学徒校验).</summary>
    public static IEnumerable<FieldError> Faults(SettleFundingRequest request, Funding funding)
    {
        var known = funding.Named.ToDictionary(one => one.Id.ToString(), one => one.Line, StringComparer.Ordinal);
        foreach (var (list, field) in new[] { (request.FinishedApprentices, "finished_apprentices"), (request.UploadedContracts, "uploaded_contracts") })
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < list.Count; i++)
            {
                if (!known.ContainsKey(list[i]) || !told.Add(list[i]))
                {
                    yield return new(OpenFaults.Item(field, i), NotOne);
                }
            }
        }

        foreach (var line in known.Values.Distinct().Order().Where(line => line <= request.Finished.Count))
        {
            if (request.FinishedApprentices.Count(id => known.GetValueOrDefault(id) == line) != request.Finished[line - 1])
            {
                yield return new(OpenFaults.Item("finished", line - 1), "该行结业人数应与结业学徒名单一致");
            }
        }
    }

    /// <summary>Notes who finished, and what is shown of whom by now (登记).</summary>
    /// <param name="request">Without faults.</param>
    /// <param name="funding">Held.</param>
    /// <param name="employed">Whom Registration knows as employed by the firm by now.</param>
    public static void State(SettleFundingRequest request, Funding funding, IReadOnlySet<Guid> employed)
    {
        foreach (var one in funding.Named)
        {
            var id = one.Id.ToString();
            one.Finished = request.FinishedApprentices.Contains(id);
            one.Contract = one.Contract != GroupEvidence.Stated ? one.Contract
                : employed.Contains(one.TraineeId) ? GroupEvidence.SystemChecked
                : request.UploadedContracts.Contains(id) ? GroupEvidence.Uploaded
                : GroupEvidence.Stated;
        }
    }
}
