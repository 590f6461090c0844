namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>A <see cref="Sequence{T}"/> without its type, so that a struct can hold a sequence of itself.</summary>
public readonly struct Sequence
{
    private readonly Array? _array;
    private readonly int _offset;
    private readonly int _length;

    internal Sequence(Array? array, int offset, int length) => (_array, _offset, _length) = (array, offset, length);

    public long Length => _length;

    public bool IsEmpty => _length == 0;

    /// <exception cref="InvalidCastException">The sequence was not one of <typeparamref name="T"/>.</exception>
    public Sequence<T> Cast<T>() => new((T[]?)_array, _offset, _length);
}

/// <summary>A slice of an arena. Invariant: always one segment of one array, so callers' paths for several are never taken.</summary>
public readonly struct Sequence<T>
{
    private readonly T[]? _array;
    private readonly int _offset;
    private readonly int _length;

    internal Sequence(T[]? array, int offset, int length) => (_array, _offset, _length) = (array, offset, length);

    public long Length => _length;

    public bool IsEmpty => _length == 0;

    public bool IsSingleSegment => true;

    public Span<T> FirstSpan => new(_array, _offset, _length);

    public SpanEnumerable Spans => new(FirstSpan);

    public ref T this[int index] => ref FirstSpan[index];

    public Sequence Untyped() => new(_array, _offset, _length);

    public Enumerator GetEnumerator() => new(FirstSpan);

    public ref struct Enumerator
    {
        private readonly Span<T> _span;
        private int _index = -1;

        internal Enumerator(Span<T> span) => _span = span;

        public readonly ref T Current => ref _span[_index];

        public bool MoveNext() => ++_index < _span.Length;

        /// <exception cref="IndexOutOfRangeException">No element is left.</exception>
        public ref T GetNext() => ref _span[++_index];
    }

    public readonly ref struct SpanEnumerable
    {
        private readonly Span<T> _span;

        internal SpanEnumerable(Span<T> span) => _span = span;

        public SpanEnumerator GetEnumerator() => new(_span);
    }

    public ref struct SpanEnumerator
    {
        private bool _done;

        internal SpanEnumerator(Span<T> span)
        {
            Current = span;
            _done = span.IsEmpty;
        }

        public Span<T> Current { get; }

        public bool MoveNext()
        {
            var more = !_done;
            _done = true;
            return more;
        }
    }
}
