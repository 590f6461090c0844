using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Wenye.Policy;

namespace Wenye.Registration.Data;

/// <summary>This system's serial numbers (系统流水号 AAZ341): 18 digits, the day in China and ten of a sequence, unique for ever.</summary>
/// <remarks>
/// Numbers are fetched from the database's sequence in blocks and given out here, so that an answer can name its number
/// before the row is written. Those that a process has not used when it ends are never used.
/// </remarks>
internal sealed class SerialNumbers(NpgsqlDataSource database, TimeProvider time) : IDisposable
{
    private const int Block = 500;
    private readonly ConcurrentQueue<long> reserved = new();
    private readonly SemaphoreSlim fetching = new(1);

    /// <summary>The next number.</summary>
    public async ValueTask<string> NextAsync(CancellationToken cancellation)
    {
        long number;
        while (!reserved.TryDequeue(out number))
        {
            await fetching.WaitAsync(cancellation);
            try
            {
                if (reserved.IsEmpty)
                {
                    await FetchAsync(cancellation);
                }
            }
            finally
            {
                fetching.Release();
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{ChinaTime.Today(time):yyyyMMdd}{number:0000000000}");
    }

    public void Dispose() => fetching.Dispose();

    private async Task FetchAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT nextval('serial_number') FROM generate_series(1, {Block})");
        await using var numbers = await command.ExecuteReaderAsync(cancellation);
        while (await numbers.ReadAsync(cancellation))
        {
            reserved.Enqueue(numbers.GetInt64(0));
        }
    }
}
