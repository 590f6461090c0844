using System.Numerics;
using System.Runtime.InteropServices;

namespace Wenye.Policy;

/// <summary>A fast hash that never changes, for telling shapes of decisions apart. Not for secrets.</summary>
internal static class ShapeCode
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const int Turn = 26;

    /// <summary>Takes in a number.</summary>
    public static ulong Mix(ulong code, ulong next) => (BitOperations.RotateLeft(code, Turn) ^ next) * Golden;

    /// <summary>Takes in a text, four characters at a time.</summary>
    public static ulong Mix(ulong code, string text)
    {
        var rest = text.AsSpan();
        code = Mix(code, (ulong)rest.Length);
        for (; rest.Length >= 4; rest = rest[4..])
        {
            code = Mix(code, MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(rest)));
        }

        foreach (var letter in rest)
        {
            code = Mix(code, letter);
        }

        return code;
    }
}
