using Grpc.Core;

namespace Wenye.Rpc.Tests;

/// <summary>Headers and trailers.</summary>
public sealed class MetadataTests
{
    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("姓名")]
    [InlineData("a:b")]
    [InlineData("ends-bin")]
    public void A_key_of_a_text_is_checked(string key) => Should.Throw<ArgumentException>(() => new Metadata { { key, "value" } });

    [Theory]
    [InlineData("text")]
    [InlineData("a b-bin")]
    public void A_key_of_bytes_is_checked(string key) => Should.Throw<ArgumentException>(() => new Metadata { { key, [1] } });

    [Fact]
    public void Keys_are_lower_case_and_found_in_any_case()
    {
        var metadata = new Metadata { { "X-Key", "1" }, { "x-key", "2" }, { "x-data-bin", [1, 2] } };

        metadata[0].Key.ShouldBe("x-key");
        metadata.GetValue("X-KEY").ShouldBe("2");
        metadata.GetAll("x-key").Select(entry => entry.Value).ShouldBe(["1", "2"]);
        metadata.GetValueBytes("x-data-bin").ShouldBe([1, 2]);
        metadata.Get("none").ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => metadata.GetValue("x-data-bin"));
    }

    [Fact]
    public void Bytes_are_copied_in_and_out()
    {
        byte[] bytes = [1];
        var entry = new Metadata.Entry("a-bin", bytes);
        bytes[0] = 2;
        entry.ValueBytes[0] = 3;

        entry.ValueBytes.ShouldBe([1]);
    }

    [Fact]
    public void The_empty_metadata_cannot_be_changed()
    {
        Metadata.Empty.IsReadOnly.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a", "b"));
        Should.Throw<InvalidOperationException>(() => new RpcException(Status.DefaultCancelled).Trailers.Clear());
    }

    [Fact]
    public void A_status_equals_another_of_the_same_code_and_detail()
    {
        new Status(StatusCode.NotFound, "gone").ShouldBe(new Status(StatusCode.NotFound, "gone"));
        new Status(StatusCode.NotFound, "gone").ToString().ShouldBe("Status(StatusCode=\"NotFound\", Detail=\"gone\")");
    }
}
