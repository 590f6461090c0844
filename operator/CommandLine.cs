using Grpc.Core;
using Wenye.Operator.Connection;

namespace Wenye.Operator;

/// <summary>A command (命令): the words that call it, how it is used, and what it does.</summary>
/// <param name="Words">For example "codetables import".</param>
/// <param name="Usage">Its arguments, for the help text.</param>
/// <param name="Purpose">What it does, in Chinese.</param>
/// <param name="RunAsync">Does it; returns the exit code: 0 done, 1 refused or failed.</param>
internal sealed record Command(string Words, string Usage, string Purpose, Func<Arguments, CancellationToken, Task<int>> RunAsync);

/// <summary>Finds the command, runs it and says in Chinese what went wrong (命令行).</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args, params IReadOnlyList<Command> commands)
    {
        var command = commands.FirstOrDefault(candidate => args.Take(Words(candidate).Length).SequenceEqual(Words(candidate), StringComparer.Ordinal));
        if (command is null)
        {
            ShowHelp(commands);
            return args is [] or ["help"] ? Done : Misused;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await command.RunAsync(Arguments.Parse(args[Words(command).Length..]), stop.Token);
        }
        catch (UsageException misuse)
        {
            await Console.Error.WriteLineAsync($"{misuse.Message}\n用法：./platform {command.Words} {command.Usage}");
            return Misused;
        }
        catch (RpcException refusal)
        {
            Refusals.Show(refusal);
            return Failed;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
    }

    private static string[] Words(Command command) => command.Words.Split(' ');

    private static void ShowHelp(IReadOnlyList<Command> commands)
    {
        foreach (var command in commands)
        {
            Console.WriteLine($"./platform {command.Words} {command.Usage}\n    {command.Purpose}");
        }

        Console.WriteLine(
            "\n连接本机运行中的系统时无需其他参数；连接其他系统时：\n"
            + "    --gateway URL（令牌与页面地址） [--grpc URL（gRPC 地址，缺省同前）] --client 标识 [--secret 密钥，或环境变量 WENYE_CLIENT_SECRET]");
    }
}

/// <summary>The command was called wrongly (用法有误); the message says how, in Chinese.</summary>
internal sealed class UsageException(string message) : Exception(message);
