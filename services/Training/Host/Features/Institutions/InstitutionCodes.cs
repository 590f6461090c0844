using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Institutions;

/// <summary>Gives each institution a code of its place (培训主体赋码), 鲁人社函〔2020〕48号 附件2二(三). The table remembers every code for ever.</summary>
internal sealed class InstitutionCodes(TrainingDbContext database)
{
    private const int Last = 9999;

    // Every call that gives or abolishes codes of a place takes its turn: the next one sees what the one before committed.
    private const string Turn = "SELECT pg_advisory_xact_lock(hashtextextended('institution_code', {0}))";

    /// <summary>A code as it is written (四位代码).</summary>
    public static string Text(int code) => code.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Whether the text is a code (是否四位代码): 0001 to 9999.</summary>
    public static bool IsCode(string text) => text.Length == 4 && text.All(char.IsAsciiDigit) && text != "0000";

    /// <summary>Takes the place's turn until the open transaction ends (赋码锁).</summary>
    public Task TakeTurnAsync(string division, CancellationToken cancellation) =>
        database.Database.ExecuteSqlRawAsync(Turn, [long.Parse(division, CultureInfo.InvariantCulture)], cancellation);

    /// <summary>Gives a code to an institution (赋码): the one asked for, or the next one. The caller holds the place's turn.</summary>
    /// <param name="division">The place.</param>
    /// <param name="wanted">A checked code; empty: the next one.</param>
    /// <param name="institution">Who gets it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CODE_ABOLISHED, CODE_TAKEN or CODES_EXHAUSTED.</exception>
    public async Task<int> GiveAsync(string division, string wanted, Guid institution, string name, CancellationToken cancellation)
    {
        var code = wanted.Length > 0 ? int.Parse(wanted, CultureInfo.InvariantCulture) : await NextAsync(division, cancellation);
        if (wanted.Length > 0 && await FindAsync(division, code, cancellation) is { } given)
        {
            // 48号 附件2二(三)2  废置清单中的代码…不可再重新赋予其他承担政府补贴性培训任务的培训主体
            throw given.AbolishedOn is null
                ? RpcErrors.FailedPrecondition("CODE_TAKEN", "该代码已赋予其他培训主体", new FieldError("code", "请换用未用过的代码，或留空由系统赋码"))
                : RpcErrors.FailedPrecondition("CODE_ABOLISHED", "该代码已列入废置清单，不可再赋予培训主体", new FieldError("code", "请换用未用过的代码，或留空由系统赋码"));
        }

        database.Add(new InstitutionCode { Division = division, Code = code, InstitutionId = institution, Name = name });
        return code;
    }

    /// <summary>What is remembered of a code (代码记录); null: never given. To be changed under the place's turn.</summary>
    public Task<InstitutionCode?> FindAsync(string division, int code, CancellationToken cancellation) =>
        database.Set<InstitutionCode>().SingleOrDefaultAsync(one => one.Division == division && one.Code == code, cancellation);

    /// <summary>Ends an institution's part in training with public money (退出): its code goes to the abolished ones.</summary>
    /// <param name="institution">Held by the caller.</param>
    /// <param name="on">The day.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task WithdrawAsync(Institution institution, DateOnly on, string because, CancellationToken cancellation)
    {
        (institution.State, institution.WithdrawnOn, institution.WithdrawnBecause) = (Contract.InstitutionState.Withdrawn, on, because);
        var code = await FindAsync(institution.Division, institution.Code, cancellation)
            ?? throw new InvalidOperationException("An institution has a code.");
        code.AbolishedOn = on;
    }

    // After the highest one, so that codes follow the order of filing; once that is the last, the lowest that nobody ever had.
    private async Task<int> NextAsync(string division, CancellationToken cancellation)
    {
        var given = database.Set<InstitutionCode>().Where(one => one.Division == division).Select(one => one.Code);
        var highest = await given.MaxAsync(code => (int?)code, cancellation) ?? 0;
        if (highest < Last)
        {
            return highest + 1;
        }

        var all = (await given.ToListAsync(cancellation)).ToHashSet();
        return Enumerable.Range(1, Last).FirstOrDefault(code => !all.Contains(code)) is > 0 and var free
            ? free
            : throw RpcErrors.FailedPrecondition("CODES_EXHAUSTED", "该地 9999 个培训主体代码均已用过，请向上级人力资源社会保障部门请示");
    }
}
