using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Bank;

/// <summary>Batches of payments to the bank (拨付批次).</summary>
public sealed class Batches(
    ServiceDbContext database, OnceCalls calls, Segregation segregation, PayingService service, PersonalDataProtector protector, TimeProvider time)
{
    private const int UsualSize = 10_000;
    private const int LargestSize = 100_000;

    // Steps that are business, not finance: whoever took one does not pay.
    private static readonly string Business = string.Join(
        ", ", new[] { PayableState.Decided, PayableState.Publicised, PayableState.Objected, PayableState.Approved }.Select(state => (int)state));

    /// <summary>Batches what is approved and has an account (组批), in the order of decision. Two at once never take the same payable.</summary>
    public Task<CreatePaymentBatchResponse> CreateAsync(CreatePaymentBatchRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(System.Enum.IsDefined(request.Fund) && request.Fund != Fund.Unspecified, "fund", "请从接口定义的资金渠道中选择")
            .Demand(request.MaxPayments is >= 0 and <= LargestSize, "max_payments", $"每批笔数应为 1 至 {LargestSize}，0 表示 {UsualSize}")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        faults.Division(request.Pool, "pool");
        faults.ThrowIfAny();
        segregation.DemandPayerOnly(caller);
        caller.DemandDivision(request.Pool);
        return calls.RunAsync(
            caller, request.RequestId, request, () => CreateAsync(request, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    /// <summary>Reads a batch (查询批次).</summary>
    public async Task<GetPaymentBatchResponse> GetAsync(GetPaymentBatchRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Batch = Answer(await database.BatchAsync(request.BatchId, caller, cancellation)) };

    private async Task<CreatePaymentBatchResponse> CreateAsync(CreatePaymentBatchRequest request, HandledBy by, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        if (await TakeAsync(id, request, by, cancellation) == 0)
        {
            throw await AnyApprovedAsync(request, cancellation)
                ? Segregation.OwnWork()
                : RpcErrors.FailedPrecondition("NOTHING_APPROVED", "该资金渠道和统筹地区没有已批准且有账户的款项");
        }

        var ofBatch = PaymentCommands.Named("batch", id);
        await database.Command(MoveSql.LockBudgets("SELECT p.fund, p.pool, p.budget_year FROM payable p WHERE p.batch_id = @batch"), ofBatch).ExecuteAsync(cancellation);
        await database.Command(
            $"""
            WITH moved AS MATERIALIZED (
                SELECT p.id AS payable_id, @prefix || lpad(nextval('{PaymentMapping.PaymentNumbers}')::text, 10, '0') AS payment_no,
                    p.number, p.fund, p.pool, p.budget_year AS year, p.amount_fen, p.payee_name, p.bank_account, p.bank_name
                FROM (SELECT * FROM payable WHERE batch_id = @batch ORDER BY number) p),
            batched AS (
                INSERT INTO payment_batch (id, fund, pool, created_at, payments, amount_fen, paid, returned)
                SELECT @batch, @fund, @pool, @at, count(*), sum(amount_fen), 0, 0 FROM moved),
            sent AS (
                INSERT INTO payment (payment_no, payable_id, batch_id, payee_name, bank_account, bank_name, amount_fen, state)
                SELECT payment_no, payable_id, @batch, payee_name, bank_account, bank_name, amount_fen, {(int)PaymentState.Sent} FROM moved),
            {MoveSql.Steps(PayableState.Batched)}, {MoveSql.Book(Move.Send)}
            SELECT 1
            """,
            [.. Parameters(id, request), PaymentCommands.Named("prefix", $"{service.NumberPrefix}{ChinaTime.DayOf(by.At):yyyyMMdd}"), .. MoveSql.Parameters(by, protector)])
            .ExecuteAsync(cancellation);
        var batch = await database.Set<StoredBatch>().AsNoTracking().SingleAsync(b => b.Id == id, cancellation);
        return new CreatePaymentBatchResponse { Batch = Answer(batch) };
    }

    private Task<int> TakeAsync(Guid batch, CreatePaymentBatchRequest request, HandledBy by, CancellationToken cancellation) => database.Command(
        $"""
        WITH picked AS (
            SELECT p.id FROM payable p
            WHERE p.fund = @fund AND p.pool = @pool AND p.state = {(int)PayableState.Approved} AND p.bank_account IS NOT NULL
                AND NOT EXISTS (SELECT FROM payable_step s WHERE s.payable_id = p.id AND s.operator_hash = @own::bytea AND s.state IN ({Business}))
            ORDER BY p.number LIMIT @most FOR UPDATE OF p SKIP LOCKED)
        UPDATE payable p SET state = {(int)PayableState.Batched}, batch_id = @batch FROM picked WHERE p.id = picked.id
        """,
        [
            .. Parameters(batch, request),
            PaymentCommands.Named("most", request.MaxPayments == 0 ? UsualSize : request.MaxPayments),
            PaymentCommands.Named("own", by.OperatorHash(protector)),
        ]).ExecuteAsync(cancellation);

    // Not counting what another call has in hand.
    private async Task<bool> AnyApprovedAsync(CreatePaymentBatchRequest request, CancellationToken cancellation) => (await database.Command(
        $"""
        SELECT p.id FROM payable p WHERE p.fund = @fund AND p.pool = @pool AND p.state = {(int)PayableState.Approved} AND p.bank_account IS NOT NULL
        LIMIT 1 FOR UPDATE OF p SKIP LOCKED
        """,
        Parameters(Guid.Empty, request)).RowsAsync(reader => reader.GetGuid(0), cancellation)).Count > 0;

    private static IEnumerable<Npgsql.NpgsqlParameter> Parameters(Guid batch, CreatePaymentBatchRequest request) =>
    [
        PaymentCommands.Named("batch", batch), PaymentCommands.Named("fund", (int)request.Fund), PaymentCommands.Named("pool", request.Pool),
    ];

    private static PaymentBatch Answer(StoredBatch batch) => new()
    {
        BatchId = batch.Id.ToString(),
        Fund = batch.Fund,
        Pool = batch.Pool,
        State = (batch.Paid + batch.Returned) switch
        {
            0 => BatchState.Open,
            var answered when answered < batch.Payments => BatchState.PartlyAnswered,
            _ => BatchState.Closed,
        },
        CreatedAt = batch.CreatedAt.ToTimestamp(),
        Payments = batch.Payments,
        AmountFen = batch.AmountFen,
        Paid = batch.Paid,
        Returned = batch.Returned,
    };
}
