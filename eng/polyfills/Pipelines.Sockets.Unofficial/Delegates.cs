using System.Collections;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Walks the handlers of an event without allocating.</summary>
public static class Delegates
{
    public static bool IsSingle(this MulticastDelegate handler) => handler.HasSingleTarget;

    public static DelegateEnumerable<T> AsEnumerable<T>(this T handler)
        where T : MulticastDelegate => new(handler);

    public readonly struct DelegateEnumerable<T> : IEnumerable<T>
        where T : MulticastDelegate
    {
        private readonly T? _handler;

        internal DelegateEnumerable(T? handler) => _handler = handler;

        public DelegateEnumerator<T> GetEnumerator() => new(_handler);

        IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <remarks>An IEnumerator: a foreach that was compiled against the true one calls Dispose, and fails where there is none.</remarks>
    public struct DelegateEnumerator<T> : IEnumerator<T>
        where T : MulticastDelegate
    {
        private readonly T? _handler;
        private Delegate.InvocationListEnumerator<T> _handlers;

        internal DelegateEnumerator(T? handler)
        {
            _handler = handler;
            _handlers = Delegate.EnumerateInvocationList(handler);
        }

        public T Current => _handlers.Current;

        object IEnumerator.Current => Current;

        public bool MoveNext() => _handlers.MoveNext();

        public void Reset() => _handlers = Delegate.EnumerateInvocationList(_handler);

        public void Dispose()
        {
        }
    }
}
