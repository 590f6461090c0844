using System.Security.Cryptography;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Wenye.Probe;
using Wenye.Probe.V1;

namespace Wenye.ServiceDefaults.Tests;

public sealed class AccessTests(ProbeFixture probe)
{
    [Fact]
    public async Task A_call_without_a_token_is_unauthenticated()
    {
        var error = await Calls.ErrorOf(probe.Client.EchoAsync(new EchoRequest()));

        error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        Reason(error).ShouldBe("TOKEN_MISSING");
    }

    [Theory]
    [InlineData("expired", "TOKEN_EXPIRED")]
    [InlineData("other audience", "TOKEN_INVALID")]
    [InlineData("other issuer", "TOKEN_INVALID")]
    [InlineData("unknown key", "TOKEN_INVALID")]
    [InlineData("same key id, other key", "TOKEN_INVALID")]
    [InlineData("no signature", "TOKEN_INVALID")]
    [InlineData("public key as HMAC secret", "TOKEN_INVALID")]
    [InlineData("changed claims", "TOKEN_INVALID")]
    [InlineData("no token at all", "TOKEN_INVALID")]
    public async Task A_token_that_is_not_ours_or_no_longer_good_is_refused(string flaw, string reason)
    {
        var error = await Calls.ErrorOf(probe.Client.EchoAsync(new EchoRequest(), Calls.Bearer(Flawed(flaw))));

        error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        Reason(error).ShouldBe(reason);
    }

    [Theory]
    [InlineData("intake", "Echo", StatusCode.OK)]
    [InlineData("reviewer", "Echo", StatusCode.OK)]
    [InlineData("statistician", "Echo", StatusCode.PermissionDenied)]
    [InlineData("province", "Echo", StatusCode.PermissionDenied)]
    [InlineData("nobody", "Echo", StatusCode.PermissionDenied)]
    [InlineData("intake", "Review", StatusCode.PermissionDenied)]
    [InlineData("reviewer", "Review", StatusCode.OK)]
    [InlineData("reviewer", "Forgotten", StatusCode.PermissionDenied)]
    [InlineData("intake", "Forgotten", StatusCode.PermissionDenied)]
    public async Task An_rpc_asks_for_the_permission_that_its_contract_states(string role, string method, StatusCode expected)
    {
        var headers = Calls.Bearer(probe.Issuer.Token([role]));
        AsyncUnaryCall<TResponse> Call<TResponse>(AsyncUnaryCall<TResponse> call) => call;
        Func<Task> call = method switch
        {
            "Echo" => async () => await Call(probe.Client.EchoAsync(new EchoRequest(), headers)),
            "Review" => async () => await Call(probe.Client.ReviewAsync(new ReviewRequest(), headers)),
            _ => async () => await Call(probe.Client.ForgottenAsync(new ForgottenRequest(), headers)),
        };

        if (expected == StatusCode.OK)
        {
            await call();
            return;
        }

        var error = await Calls.ErrorOf(call);
        error.StatusCode.ShouldBe(expected);
        Reason(error).ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task A_token_that_names_no_agency_opens_nothing()
    {
        var error = await Calls.ErrorOf(probe.Client.EchoAsync(new EchoRequest(), Calls.Bearer(probe.Issuer.Token(agency: ""))));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        Reason(error).ShouldBe("AGENCY_MISSING");
    }

    [Fact]
    public async Task The_service_knows_its_caller_from_the_token()
    {
        var answer = await probe.Client.EchoAsync(
            new EchoRequest(), Calls.Bearer(probe.Issuer.Token(agency: "jinan", division: "370100")));

        answer.Agency.ShouldBe("jinan");
        answer.Division.ShouldBe("370100");
    }

    [Fact]
    public async Task The_first_token_of_a_new_key_is_accepted_and_keys_are_not_fetched_at_every_call()
    {
        await using var issuer = await ProbeIssuer.StartAsync();
        await using var host = await ProbeHost.StartAsync(issuer.Authority);
        var client = new ProbeService.ProbeServiceClient(host.Channel);
        for (var call = 0; call < 20; call++)
            await client.EchoAsync(new EchoRequest(), Calls.Bearer(issuer.Token()));
        issuer.KeyFetches.ShouldBe(1);

        issuer.Rotate();

        await client.EchoAsync(new EchoRequest(), Calls.Bearer(issuer.Token()));
        issuer.KeyFetches.ShouldBe(2);
    }

    [Fact]
    public async Task While_the_issuer_cannot_be_reached_a_call_is_unavailable_and_not_unauthenticated()
    {
        var issuer = await ProbeIssuer.StartAsync();
        var token = issuer.Token();
        await issuer.DisposeAsync();
        await using var host = await ProbeHost.StartAsync(issuer.Authority);

        var error = await Calls.ErrorOf(new ProbeService.ProbeServiceClient(host.Channel)
            .EchoAsync(new EchoRequest(), Calls.Bearer(token)));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        Reason(error).ShouldBe("AUTHORITY_UNREACHABLE");
    }

    private string Flawed(string flaw)
    {
        var issuer = probe.Issuer;
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return flaw switch
        {
            "expired" => issuer.Token(life: TimeSpan.FromSeconds(-10)),
            "other audience" => issuer.Token(audience: "another-api"),
            "other issuer" => issuer.Token(issuedBy: "http://elsewhere.example"),
            "unknown key" => issuer.Token(signedBy: Signer(new ECDsaSecurityKey(stranger) { KeyId = "stranger" }, "ES256")),
            "same key id, other key" =>
                issuer.Token(signedBy: Signer(new ECDsaSecurityKey(stranger) { KeyId = issuer.Key.KeyId }, "ES256")),
            "no signature" => issuer.Token(noSignature: true),
            "public key as HMAC secret" => issuer.Token(signedBy: Signer(
                new SymmetricSecurityKey(issuer.Key.ECDsa.ExportSubjectPublicKeyInfo()) { KeyId = issuer.Key.KeyId }, "HS256")),
            "changed claims" => Change(issuer.Token()),
            _ => "not.a.token",
        };
    }

    // The library's cache would hand the stranger the signer of the true key of the same id.
    private static SigningCredentials Signer(SecurityKey key, string algorithm) =>
        new(key, algorithm) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };

    private static string Change(string token)
    {
        var parts = token.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("370100", "370000", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }

    private static string? Reason(RpcException error)
    {
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        info.Domain.ShouldBe("wenye");
        return info.Reason;
    }
}
