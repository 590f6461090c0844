using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

public sealed class PersonalDataTests(TestServers servers)
{
    private const string Text = "济南市历下区 测试甲";

    [Fact]
    public void What_was_encrypted_is_read_back_and_never_looks_the_same_twice()
    {
        var protector = Ring("k1");

        var envelopes = new[] { protector.Protect(Text), protector.Protect(Text) };

        envelopes.ShouldAllBe(envelope => protector.Unprotect(envelope) == Text);
        envelopes[0].ShouldNotBe(envelopes[1]);
        protector.Unprotect(protector.Protect("")).ShouldBe("");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void Text_of_any_length_is_read_back(int length)
    {
        var protector = Ring("k1");
        var regular = string.Concat(Enumerable.Repeat("符合条件", (length / 4) + 1))[..length];
        var random = new string([.. Enumerable.Range(0, length).Select(_ => (char)Random.Shared.Next(0x4E00, 0x9FFF))]);

        protector.Unprotect(protector.Protect(regular)).ShouldBe(regular);
        protector.Unprotect(protector.Protect(random)).ShouldBe(random);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(200)]
    [InlineData(2_000)]
    public void A_text_that_many_records_share_is_read_back_from_each_and_looks_the_same_in_none(int times)
    {
        var (protector, text) = (Ring("k1"), string.Concat(Enumerable.Repeat("符合条件", times)));

        var shared = protector.Shared(text);
        var envelopes = new[] { protector.Protect(shared), protector.Protect(shared), protector.Protect(string.Concat(text, "")) };

        envelopes.ShouldAllBe(envelope => protector.Unprotect(envelope) == text);
        envelopes[0].ShouldNotBe(envelopes[1]);
        envelopes[0].Length.ShouldBe(envelopes[2].Length);
    }

    [Fact]
    public void A_long_text_is_stored_in_less_than_its_length_and_any_changed_byte_is_detected()
    {
        var protector = Ring("k1");
        var envelope = protector.Protect(string.Concat(Enumerable.Repeat("鲁人社字〔2020〕39号 二(一)9；", 100)));

        envelope.Length.ShouldBeLessThan(500);
        for (var i = 0; i < envelope.Length; i++)
        {
            envelope[i] ^= 1;
            Should.Throw<CryptographicException>(() => protector.Unprotect(envelope));
            envelope[i] ^= 1;
        }
    }

    [Fact]
    public void After_rotation_the_old_key_still_decrypts_and_the_new_one_encrypts()
    {
        var old = Ring("k1").Protect(Text);
        var rotated = Ring("k2", "k1");

        rotated.Unprotect(old).ShouldBe(Text);
        Ring("k2").Unprotect(rotated.Protect(Text)).ShouldBe(Text, "the new key alone reads what was written after");
        Should.Throw<CryptographicException>(() => Ring("k2").Unprotect(old));
    }

    [Fact]
    public void Any_changed_byte_is_detected()
    {
        var protector = Ring("k1");
        var envelope = protector.Protect(Text);

        for (var i = 0; i < envelope.Length; i++)
        {
            var changed = envelope.ToArray();
            changed[i] ^= 1;
            Should.Throw<CryptographicException>(() => protector.Unprotect(changed), $"byte {i}");
            Should.Throw<CryptographicException>(() => protector.Unprotect(envelope[..i]), $"cut to {i} bytes");
        }
    }

    [Fact]
    public void An_envelope_cannot_be_relabelled_with_another_key_of_the_same_bytes()
    {
        var key = Convert.ToBase64String(new byte[32]);
        var one = Ring([("k1", key)]);
        var relabelled = one.Protect(Text);
        relabelled[3] = (byte)'2';

        Should.Throw<CryptographicException>(() => Ring([("k2", key)]).Unprotect(relabelled));
    }

    [Fact]
    public void The_lookup_hash_depends_on_text_and_key_alone()
    {
        Ring("k1").LookupHash(Text).ShouldBe(Ring("k2", "k1").LookupHash(Text));
        Ring("k1").LookupHash(Text).ShouldNotBe(Ring("k1").LookupHash(Text + "乙"));
        Ring("k1").LookupHash(Text).Length.ShouldBe(32);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void A_malformed_key_is_refused_without_being_shown(string key)
    {
        var failure = Should.Throw<InvalidOperationException>(() => Ring([("k1", key)]));

        failure.Message.ShouldContain("PersonalData:Keys:0:Key");
        if (key.Length > 0)
            failure.Message.ShouldNotContain(key);
    }

    [Fact]
    public void A_key_id_names_one_key() =>
        Should.Throw<InvalidOperationException>(() => Ring("k1", "k1"));

    [Fact]
    public void Without_keys_nothing_is_stored_in_the_clear()
    {
        var empty = Ring(Array.Empty<(string, string)>());

        Should.Throw<InvalidOperationException>(() => empty.Protect(Text));
    }

    [Fact]
    public async Task A_protected_property_is_encrypted_in_the_database_and_plain_in_the_model()
    {
        await using var host = await ThingsHost.Create((await servers.CreateDatabaseAsync()).ConnectionString).MigratedAsync();
        await host.CallAsync((_, context) =>
        {
            context.Add(new Thing { Number = 1, FullName = Text });
            context.Add(new Thing { Number = 2, MobilePhone = "13800000000" });
            return context.SaveChangesAsync();
        });

        await using var command = host.Database.CreateCommand("select full_name, mobile_phone from things where number = 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        ((byte[])reader[0]).AsSpan().IndexOf("测试甲"u8).ShouldBe(-1);
        reader.IsDBNull(1).ShouldBeTrue();
        var read = await host.CallAsync((_, context) => context.Things.AsNoTracking().OrderBy(thing => thing.Number).ToListAsync());
        read[0].FullName.ShouldBe(Text);
        read[0].MobilePhone.ShouldBeNull();
        read[1].MobilePhone.ShouldBe("13800000000");
    }

    private static PersonalDataProtector Ring(params string[] ids) =>
        Ring([.. ids.Select(id => (id, Convert.ToBase64String(SHA256.HashData([.. id.Select(letter => (byte)letter)]))))]);

    private static PersonalDataProtector Ring((string Id, string Key)[] keys) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            .. keys.SelectMany((key, i) => new KeyValuePair<string, string?>[]
            {
                new($"PersonalData:Keys:{i}:Id", key.Id),
                new($"PersonalData:Keys:{i}:Key", key.Key),
            }),
            new("PersonalData:LookupKey", ThingsHost.LookupKey),
        ])
        .Build());
}
