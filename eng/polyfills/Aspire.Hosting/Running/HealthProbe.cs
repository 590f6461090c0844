using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Asks a health endpoint.</summary>
internal static class HealthProbe
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task<bool> IsHealthyAsync(HttpHealthAnnotation check, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri($"http://localhost:{port}{check.Path}"), cancellationToken);
            return (int)answer.StatusCode == check.StatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
