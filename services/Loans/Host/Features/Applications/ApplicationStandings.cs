using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Standings;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using PersonStanding = Wenye.Loans.Standings.PersonStanding;

namespace Wenye.Loans.Features.Applications;

/// <summary>How the people of an application stand today, and what changed since its qualification (申请人员的登记和培训状态).</summary>
internal sealed class ApplicationStandings(PersonStandings standings, ApplicationQueries applications, BorrowerRegisters registers, LoanFields fields)
{
    // 27号 第四条  城镇登记失业人员是指已进行失业登记的城镇常住人员…就业困难人员是指由人力资源社会保障部门认定的就业困难人员
    private static readonly Clause OfCategory = new("鲁人社字〔2020〕27号", "第四条");

    // 27号 附件1一(一)1  在申请地内自主或合伙创业（无在其他单位就业）
    private static readonly Clause WithoutOtherWork = new("鲁人社字〔2020〕27号", "附件1一(一)1");

    // 25号 八  贴息时审核…小微企业吸纳就业情况
    private static readonly Clause HiresKept = new("鲁财金〔2020〕25号", "八");

    /// <summary>
    /// Asks the registers again (再次核验) when events told of work that the qualification did not see, or cannot be told of someone because
    /// the registers did not know the person. For <see cref="BorrowerRegisters.Enter"/>; asked before anything is locked.
    /// </summary>
    /// <exception cref="Grpc.Core.RpcException">As <see cref="ApplicationQueries.ReadAsync(string, PartnerKind, Caller, CancellationToken)"/>; UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyDictionary<string, RegisterFile>> AskAgainAsync(string applicationId, PartnerKind kind, Caller caller, CancellationToken cancellation)
    {
        var dossier = await applications.ReadAsync(applicationId, kind, caller, cancellation);
        var people = dossier.IsFirm ? [] : await PeopleAsync(dossier, cancellation);
        var asked = dossier.People.Zip(people).Where(one => one.Second.Key is null || BegunBy(one.Second).Any()).Select(one => one.First.IdNumber);
        return await registers.AskAsync(asked, cancellation);
    }

    /// <summary>Puts them into the answer (记入应答).</summary>
    public async Task AddAsync(Contract.LoanApplication answer, Dossier dossier, CancellationToken cancellation)
    {
        var everyone = await PeopleAsync(dossier, cancellation);
        answer.Standings.Add(everyone.Select(Of));
        if (answer.State is ApplicationState.Qualified or ApplicationState.Guaranteed or ApplicationState.Checked)
        {
            answer.Changes.Add(everyone.SelectMany(one => one.Hire > 0 ? ChangesOfHire(one, dossier.Row.CreditCode!) : ChangesOf(one, dossier.IsFirm)));
        }
    }

    private static IEnumerable<WorkFile> BegunBy(Standing one) => one.Now.BegunSince(one.File?.BusinessCode ?? "");

    // Of a firm's legal representative no clause asks whether there is other work, nor of which group.
    private static IEnumerable<StandingChange> ChangesOf(Standing one, bool ofFirm)
    {
        if (ofFirm)
        {
            yield break;
        }

        if (one.Now.UnemploymentEnded is { } ended && one.File!.Category == BorrowerCategory.RegisteredUnemployed)
        {
            yield return Change(one, StandingChangeKind.UnemploymentEnded, ended, OfCategory, again: false);
        }

        if (one.Now.HardshipEnded is { } over && one.File!.Category == BorrowerCategory.Hardship)
        {
            yield return Change(one, StandingChangeKind.HardshipEnded, over, OfCategory, again: false);
        }

        foreach (var work in BegunBy(one))
        {
            yield return Change(one, StandingChangeKind.WorkBegun, work.Since, WithoutOtherWork, again: true);
        }
    }

    private static IEnumerable<StandingChange> ChangesOfHire(Standing one, string creditCode) =>
        one.Now.LeftFirm(creditCode) is { } left ? [Change(one, StandingChangeKind.HireLeft, left, HiresKept, again: false)] : [];

    private static StandingChange Change(Standing one, StandingChangeKind kind, DateOnly on, Clause clause, bool again) => new()
    {
        Person = one.Person, Hire = one.Hire, Kind = kind, On = on.ToContract(), Clause = clause.Citation, DecidedAgain = again,
    };

    private Contract.PersonStanding Of(Standing one) => new()
    {
        Person = one.Person,
        Hire = one.Hire,
        Known = one.Key is not null,
        UnemployedSince = one.Now.UnemployedSince?.ToContract(),
        InHardship = one.Now.InHardship,
        Work = { one.Now.Work.Select(work => new StandingWork { EmployedOn = work.Since.ToContract(), EmployerCode = work.EmployerCode, ForUnit = work.ForUnit }) },
        Certificates = { one.Now.Certificates.Select(fact => new StandingCertificate { Occupation = fact.Detail ?? "", IssuedOn = fact.Since!.Value.ToContract() }) },
        AsOf = fields.Today.ToContract(),
        ToldAt = one.Now.ToldAt is { } told ? Timestamp.FromDateTimeOffset(told) : null,
    };

    private async Task<IReadOnlyList<Standing>> PeopleAsync(Dossier dossier, CancellationToken cancellation)
    {
        var borrowers = dossier.File.People.Select((file, i) => (Person: i + 1, Hire: 0, File: (BorrowerFile?)file, file.Registers, Key: file.Later?.PersonKey ?? file.Registers.PersonKey));
        var hires = (dossier.File.Firm?.Hires ?? []).Select((hire, i) => (Person: 0, Hire: i + 1, File: default(BorrowerFile), hire.Registers, Key: hire.Registers.PersonKey));
        var all = borrowers.Concat(hires).ToList();
        var told = await standings.OfAsync(all.Select(one => one.Key), cancellation);
        return [.. all.Select(one => new Standing(one.Person, one.Hire, one.File, one.Key, new(one.Registers, one.Key is { } key ? told[key] : [], fields.Today)))];
    }

    private sealed record Standing(int Person, int Hire, BorrowerFile? File, Guid? Key, PersonStanding Now);
}
