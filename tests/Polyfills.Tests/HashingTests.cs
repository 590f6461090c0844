using System.Buffers.Binary;
using System.IO.Hashing;

namespace Wenye.Polyfills.Tests;

/// <summary>Known answers of xxhsum 0.8.1 (Debian), at the lengths where the rule changes.</summary>
public sealed class HashingTests
{
    [Theory]
    [InlineData("", 0xef46db3751d8e999, 0x2d06800538d394c2)]
    [InlineData("a", 0xd24ec4f1a98c6e5b, 0xe6c632b61e964e1f)]
    [InlineData("abc", 0x44bc2cf5ad770999, 0x78af5f94892f3950)]
    public void Published_words(string text, ulong xxh64, ulong xxh3) => ShouldHashTo([.. text.Select(c => (byte)c)], xxh64, xxh3);

    [Theory]
    [InlineData(1, 0xa96c7f0ce858bbb7, 0x4c5cca45d0f4811f)]
    [InlineData(3, 0x340815731509cc08, 0xd079cb72d5dc8fe3)]
    [InlineData(4, 0x5fa711205d86e9da, 0x142fa07b01613ee8)]
    [InlineData(8, 0xdf40710b591268c9, 0x9f1975fc585fd927)]
    [InlineData(9, 0x1bdaea7b2b9b9e1f, 0x6bf0116fadb4b711)]
    [InlineData(16, 0x68349cacf587106d, 0x945d7a2e39182d35)]
    [InlineData(17, 0xeb6a06dcafc55f35, 0xd1539aca118a0247)]
    [InlineData(31, 0xb1f705faa66f113e, 0xf6e58522d7379f19)]
    [InlineData(32, 0xe4d66d9393e3a596, 0xe693bfc80e1097ba)]
    [InlineData(33, 0x2f77e96907a9337b, 0xa9bad88fefead863)]
    [InlineData(128, 0x8f7dfa0eafbdb0af, 0x2edf21e7a54f582c)]
    [InlineData(129, 0xac469be85c531f4c, 0x8bf7e91c7eb2f2d6)]
    [InlineData(240, 0x1345f4230ff8b229, 0x0c9860844b0ad495)]
    [InlineData(241, 0xd4f1b6f0c4250aa8, 0x246c5fe4ed1436a3)]
    [InlineData(1024, 0xb2d3f932cec058a5, 0x0b662daec235d4ca)]
    [InlineData(1025, 0xdd184693e93ea8b8, 0x13d178f3e2b48e9e)]
    [InlineData(4099, 0xaa3159c1dc4e02fb, 0xd114928ad0937468)]
    [InlineData(65536, 0xa012f54cee4ebb7a, 0xed3e7fc390c4c41a)]
    public void Lengths_at_which_the_rule_changes(int length, ulong xxh64, ulong xxh3) =>
        ShouldHashTo([.. Enumerable.Range(0, length).Select(i => (byte)((i * 131 + 7) % 251))], xxh64, xxh3);

    private static void ShouldHashTo(byte[] input, ulong xxh64, ulong xxh3)
    {
        XxHash64.HashToUInt64(input).ShouldBe(xxh64);
        BinaryPrimitives.ReadUInt64BigEndian(XxHash64.Hash(input)).ShouldBe(xxh64);
        XxHash3.HashToUInt64(input).ShouldBe(xxh3);
    }
}
