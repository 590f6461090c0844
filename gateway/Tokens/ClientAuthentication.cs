namespace Wenye.Gateway.Tokens;

/// <summary>Who asks for a token (客户端认证): secret in header or form, or an assertion signed with the client's key.</summary>
internal sealed class ClientAuthentication(ClientRegister register, ClientAssertions assertions)
{
    private const string WrongCredentials = "The client is unknown or its credentials are wrong.";

    /// <exception cref="TokenError">invalid_client, or invalid_request when credentials come in two ways at once.</exception>
    public async Task<AgencyClient> AuthenticateAsync(TokenRequest request)
    {
        var ways = new[] { request.BasicSecret, request.FormSecret, request.Assertion }.Count(way => way is not null);
        if (ways > 1)
            throw TokenError.InvalidRequest("Authenticate in one way only.");
        var client = request switch
        {
            { BasicId: { } id, BasicSecret: { } secret } => register.WithSecret(id, secret),
            { FormId: { } id, FormSecret: { } secret } => register.WithSecret(id, secret),
            { Assertion: { } assertion } => await assertions.VerifyAsync(request.AssertionType, assertion),
            _ => null,
        };
        if (client is null || (request.FormId is { } stated && stated != client.Id))
            throw TokenError.InvalidClient(WrongCredentials, basic: request.BasicId is not null);
        return client;
    }
}
