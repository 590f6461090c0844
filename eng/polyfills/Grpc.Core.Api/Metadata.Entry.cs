using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One header: a lower-case key with a text value, or a key ending in <c>-bin</c> with bytes.</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz_-.");

        private readonly string? _text;
        private readonly byte[] _bytes;

        /// <summary>Creates a binary entry; the bytes are copied.</summary>
        /// <exception cref="ArgumentException">The key has illegal characters or does not end in <c>-bin</c>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal))
            {
                throw new ArgumentException($"The key of a binary metadata entry must end in \"{BinaryHeaderSuffix}\".", nameof(key));
            }

            _bytes = [.. valueBytes];
        }

        /// <summary>Creates a text entry; only ASCII can be sent.</summary>
        /// <exception cref="ArgumentException">The key has illegal characters or ends in <c>-bin</c>.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            if (Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal))
            {
                throw new ArgumentException($"The key of a text metadata entry must not end in \"{BinaryHeaderSuffix}\".", nameof(key));
            }

            _text = value;
            _bytes = [];
        }

        /// <summary>The key in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => _text is null;

        /// <summary>The value as bytes (a copy); of a text value its ASCII bytes.</summary>
        public byte[] ValueBytes => _text is null ? [.. _bytes] : Encoding.ASCII.GetBytes(_text);

        /// <summary>The text value.</summary>
        /// <exception cref="InvalidOperationException">The value is bytes.</exception>
        public string Value => _text ?? throw new InvalidOperationException("A binary metadata entry has no text value.");

        /// <inheritdoc />
        public override string ToString() =>
            _text is null ? $"[Entry: key={Key}, valueBytes={Convert.ToHexString(_bytes)}]" : $"[Entry: key={Key}, value={_text}]";

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            if (lower.Length == 0 || lower.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw new ArgumentException($"The metadata key '{key}' is empty or has other characters than letters, digits, '_', '-' and '.'.", nameof(key));
            }

            return lower;
        }
    }
}
