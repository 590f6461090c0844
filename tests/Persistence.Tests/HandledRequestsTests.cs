using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class HandledRequestsTests(TestServers servers)
{
    private const string Caller = "agency-1";

    private static readonly StartReviewRequest Request = new() { RequestId = "r-1", ApplicationId = "a-1" };

    [Fact]
    public async Task A_repeat_gets_the_first_answer()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        (await FindAsync(host, Caller, Request)).ShouldBeNull();
        var first = await HandleAsync(host, Request, number: 1, Answer("张三"));

        (await FindAsync(host, Caller, Request)).ShouldBe(first);
        (await FindAsync(host, "agency-2", Request)).ShouldBeNull("request ids are unique per caller");
    }

    [Fact]
    public async Task A_reuse_with_other_content_is_refused()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        await HandleAsync(host, Request, number: 1, Answer("张三"));
        var other = Request.Clone();
        other.ApplicationId = "a-2";

        var found = await Should.ThrowAsync<RpcException>(() => FindAsync(host, Caller, other));
        var saved = await Should.ThrowAsync<RpcException>(() => HandleAsync(host, other, number: 2, Answer("李四")));
        // The same bytes may be another message.
        var twin = await Should.ThrowAsync<RpcException>(() => FindAsync(host, Caller, GetApplicationRequest.Parser.ParseFrom(Request.ToByteArray())));

        found.StatusCode.ShouldBe(StatusCode.AlreadyExists);
        saved.StatusCode.ShouldBe(StatusCode.AlreadyExists);
        twin.StatusCode.ShouldBe(StatusCode.AlreadyExists);
        (await host.CountAsync("things")).ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Of_concurrent_first_calls_one_wins_and_all_get_its_answer(bool sameState, bool explicitTransaction)
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(call =>
            HandleAsync(host, Request, sameState ? 1 : call, Answer($"第{call}次"), explicitTransaction)));

        answers.Distinct().Count().ShouldBe(1);
        (await host.CountAsync("things")).ShouldBe(1);
        (await host.CountAsync("handled_request")).ShouldBe(1);
    }

    [Fact]
    public async Task A_conflict_of_another_request_is_thrown()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        await HandleAsync(host, Request, number: 1, Answer("张三"));
        var next = Request.Clone();
        next.RequestId = "r-2";

        await Should.ThrowAsync<DbUpdateException>(() => HandleAsync(host, next, number: 1, Answer("张三")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task A_request_id_has_1_to_64_characters(int length)
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        var bad = Request.Clone();
        bad.RequestId = new string('x', length);

        (await Should.ThrowAsync<RpcException>(() => FindAsync(host, Caller, bad))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Should.ThrowAsync<RpcException>(() => HandleAsync(host, bad, 1, Answer("张三")))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task The_stored_answer_is_encrypted()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        await HandleAsync(host, Request, number: 1, Answer("张三"));

        await using var command = host.Database.CreateCommand("select response from handled_request");
        var stored = (byte[])(await command.ExecuteScalarAsync())!;

        stored.AsSpan().IndexOf("张三"u8).ShouldBe(-1);
    }

    private static StartReviewResponse Answer(string name) => new() { Application = new Application { Form = new ApplicationForm { Name = name } } };

    private static Task<StartReviewResponse?> FindAsync(ThingsHost host, string caller, IMessage request) => host.CallAsync((services, _) =>
        services.GetRequiredService<HandledRequests>().FindAsync<StartReviewResponse>(
            caller, request is StartReviewRequest start ? start.RequestId : "r-1", request, CancellationToken.None));

    private static Task<StartReviewResponse> HandleAsync(
        ThingsHost host, StartReviewRequest request, int number, StartReviewResponse answer, bool explicitTransaction = false) =>
        host.CallAsync(async (services, context) =>
        {
            await using var transaction = explicitTransaction ? await context.Database.BeginTransactionAsync() : null;
            context.Add(new Thing { Number = number });
            return await services.GetRequiredService<HandledRequests>().SaveAsync(Caller, request.RequestId, request, answer, CancellationToken.None);
        });
}
