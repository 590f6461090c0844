using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.Gateway.Tests;

public sealed class TokenTests(GatewayFixture fixture)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly (string, string) Grant = ("grant_type", "client_credentials");

    private GatewayHost Gateway => fixture.Gateway;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_gets_a_token_for_its_secret(bool basic)
    {
        using var response = basic
            ? await Gateway.AskAsync("jinan", GatewayHost.Secret, Grant)
            : await Gateway.AskAsync(null, null, Grant, ("client_id", "jinan"), ("client_secret", GatewayHost.Secret));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        answer.GetProperty("token_type").GetString().ShouldBe("Bearer");
        answer.GetProperty("expires_in").GetInt32().ShouldBe(600);
        var token = new JsonWebToken(answer.GetProperty("access_token").GetString());
        token.Alg.ShouldBe("ES256");
        token.Typ.ShouldBe("at+jwt");
        token.Issuer.ShouldBe(Gateway.Authority);
        token.Audiences.ShouldBe(["wenye-api"]);
        token.GetClaim("agency").Value.ShouldBe("jinan-hrss");
        token.GetClaim("division").Value.ShouldBe("370100");
        token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ShouldBe(["intake", "reviewer"]);
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_scope_asks_for_fewer_roles()
    {
        using var response = await Gateway.AskAsync("jinan", GatewayHost.Secret, Grant, ("scope", "intake"));

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var token = new JsonWebToken(answer.GetProperty("access_token").GetString());
        token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ShouldBe(["intake"]);
    }

    public static TheoryData<string, string?, string?, string, int, string> Refusals => new()
    {
        { "wrong secret in the header", "jinan", "wrong", "grant_type=client_credentials", 401, "invalid_client" },
        { "unknown client", "nobody", "wrong", "grant_type=client_credentials", 401, "invalid_client" },
        { "a client without a secret", "keyed", "", "grant_type=client_credentials", 401, "invalid_client" },
        { "no credentials", null, null, "grant_type=client_credentials", 401, "invalid_client" },
        { "wrong secret in the form", null, null, "grant_type=client_credentials&client_id=jinan&client_secret=x", 401, "invalid_client" },
        { "another client's id in the form", "jinan", GatewayHost.Secret, "grant_type=client_credentials&client_id=qingdao", 401, "invalid_client" },
        { "an assertion that is none", null, null, $"grant_type=client_credentials&client_assertion=x&client_assertion_type={AssertionType}", 401, "invalid_client" },
        { "no grant", "jinan", GatewayHost.Secret, "", 400, "invalid_request" },
        { "another grant", "jinan", GatewayHost.Secret, "grant_type=password", 400, "unsupported_grant_type" },
        { "grant given twice", "jinan", GatewayHost.Secret, "grant_type=client_credentials&grant_type=client_credentials", 400, "invalid_request" },
        { "credentials in two ways", "jinan", GatewayHost.Secret, "grant_type=client_credentials&client_secret=x", 400, "invalid_request" },
        { "a role it does not have", "jinan", GatewayHost.Secret, "grant_type=client_credentials&scope=province", 400, "invalid_scope" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Everything_else_is_refused_as_RFC_6749_says(
        string what, string? id, string? secret, string form, int status, string error)
    {
        var fields = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(field => (field[0], field[1]));

        using var response = await Gateway.AskAsync(id, secret, [.. fields]);

        ((int)response.StatusCode).ShouldBe(status, what);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        answer.GetProperty("error").GetString().ShouldBe(error);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.WwwAuthenticate.Count.ShouldBe(status == 401 && id is not null ? 1 : 0);
    }

    [Fact]
    public async Task A_request_that_is_no_form_is_refused()
    {
        using var response = await Gateway.Http.PostAsJsonAsync(
            "/connect/token", new { grant_type = "client_credentials" }, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
            .GetProperty("error").GetString().ShouldBe("invalid_request");
    }

    [Fact]
    public async Task A_client_may_prove_itself_with_its_own_key_and_each_proof_is_good_once()
    {
        var assertion = Assertion(Gateway.Authority);
        (string, string)[] form = [Grant, ("client_assertion_type", AssertionType), ("client_assertion", assertion)];

        using var first = await Gateway.AskAsync(null, null, form);
        using var second = await Gateway.AskAsync(null, null, form);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("http://elsewhere.example", 60)]
    [InlineData(null, -60)]
    [InlineData(null, 3600)]
    public async Task A_proof_for_another_or_out_of_date_or_too_long_is_none(string? audience, int seconds)
    {
        using var response = await Gateway.AskAsync(
            null, null, Grant, ("client_assertion_type", AssertionType),
            ("client_assertion", Assertion(audience ?? Gateway.Authority, seconds)));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Current_and_coming_keys_are_published_without_their_private_halves()
    {
        var text = await Gateway.Http.GetStringAsync("/.well-known/jwks.json", TestContext.Current.CancellationToken);
        var keys = new JsonWebKeySet(text).Keys;

        keys.Count.ShouldBe(2);
        keys.ShouldAllBe(key => key.Alg == "ES256" && key.Use == "sig" && !key.HasPrivateKey);
        new JsonWebToken(fixture.Token).Kid.ShouldBe(keys[0].Kid);
        var configuration = await Gateway.Http.GetFromJsonAsync<JsonElement>(
            "/.well-known/openid-configuration", TestContext.Current.CancellationToken);
        configuration.GetProperty("issuer").GetString().ShouldBe(Gateway.Authority);
        configuration.GetProperty("jwks_uri").GetString().ShouldBe(Gateway.Authority + "/.well-known/jwks.json");
    }

    [Theory]
    [InlineData("--environment=Production")]
    [InlineData("--Auth:Clients:0:Division=37")]
    [InlineData("--Auth:Clients:0:SecretHash=")]
    [InlineData("--Auth:Clients:1:Agency=")]
    public async Task A_gateway_that_is_set_up_wrongly_does_not_start(string setting) =>
        await Should.ThrowAsync<InvalidOperationException>(() => GatewayHost.StartAsync(setting));

    private string Assertion(string audience, int seconds = 60)
    {
        var expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(seconds);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "keyed",
            Audience = audience,
            Expires = expires,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(fixture.ClientKey), SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "keyed", ["jti"] = Guid.CreateVersion7().ToString("n"),
            },
        });
    }
}
