using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Type.V1;
using Loans = Wenye.Contracts.Loans.V1;
using Registration = Wenye.Contracts.Registration.V1;
using Stabilization = Wenye.Contracts.Stabilization.V1;
using Statistics = Wenye.Contracts.Statistics.V1;
using Training = Wenye.Contracts.Training.V1;
using WelfarePosts = Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.Gateway.Pages.Calls;

/// <summary>What is asked of a policy (政策查询).</summary>
/// <param name="Program">Empty: all of the service.</param>
/// <param name="Region">GB/T 2260.</param>
/// <param name="Day">Null: today.</param>
internal sealed record PolicyQuestion(string Program, string Region, Date? Day);

/// <summary>What is in force there and then (政策参数).</summary>
internal sealed record PolicyPage(string Region, Date Day, IReadOnlyList<Parameter> Parameters);

/// <summary>A service whose policy can be asked (可查询政策的服务).</summary>
/// <param name="Name">In service discovery.</param>
/// <param name="Title">In Chinese.</param>
/// <param name="AskAsync">Its DecisionService.ListParameters: alike in every service but for the package.</param>
internal sealed record PolicyService(string Name, string Title, Func<CallInvoker, PolicyQuestion, CancellationToken, Task<PolicyPage>> AskAsync)
{
    /// <summary>All of them (全部).</summary>
    public static IReadOnlyList<PolicyService> All { get; } =
    [
        new("registration", "失业登记、就业登记", async (calls, asked, cancellation) =>
        {
            var page = await new Registration.DecisionService.DecisionServiceClient(calls).ListParametersAsync(
                new() { Program = asked.Program, Region = asked.Region, AsOf = asked.Day }, cancellationToken: cancellation);
            return new(page.Region, page.AsOf, page.Parameters);
        }),
        new("stabilization", "援企稳岗", async (calls, asked, cancellation) =>
        {
            var page = await new Stabilization.DecisionService.DecisionServiceClient(calls).ListParametersAsync(
                new() { Program = asked.Program, Region = asked.Region, AsOf = asked.Day }, cancellationToken: cancellation);
            return new(page.Region, page.AsOf, page.Parameters);
        }),
        new("training", "职业培训", async (calls, asked, cancellation) =>
        {
            var page = await new Training.DecisionService.DecisionServiceClient(calls).ListParametersAsync(
                new() { Program = asked.Program, Region = asked.Region, AsOf = asked.Day }, cancellationToken: cancellation);
            return new(page.Region, page.AsOf, page.Parameters);
        }),
        new("loans", "创业担保贷款", async (calls, asked, cancellation) =>
        {
            var page = await new Loans.DecisionService.DecisionServiceClient(calls).ListParametersAsync(
                new() { Program = asked.Program, Region = asked.Region, AsOf = asked.Day }, cancellationToken: cancellation);
            return new(page.Region, page.AsOf, page.Parameters);
        }),
        new("welfare-posts", "公益性岗位", async (calls, asked, cancellation) =>
        {
            var page = await new WelfarePosts.DecisionService.DecisionServiceClient(calls).ListParametersAsync(
                new() { Program = asked.Program, Region = asked.Region, AsOf = asked.Day }, cancellationToken: cancellation);
            return new(page.Region, page.AsOf, page.Parameters);
        }),
        new("statistics", "就业统计", async (calls, asked, cancellation) =>
        {
            var page = await new Statistics.DecisionService.DecisionServiceClient(calls).ListParametersAsync(
                new() { Program = asked.Program, Region = asked.Region, AsOf = asked.Day }, cancellationToken: cancellation);
            return new(page.Region, page.AsOf, page.Parameters);
        }),
    ];

    /// <summary>By name; null when there is none.</summary>
    public static PolicyService? Find(string name) => All.FirstOrDefault(one => one.Name == name);
}
