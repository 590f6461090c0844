namespace Grpc.Core.Utils;

/// <summary>Checks of arguments and state.</summary>
public static class GrpcPreconditions
{
    /// <summary>Throws <see cref="ArgumentException" /> unless the condition holds.</summary>
    public static void CheckArgument(bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException("An argument is not valid.");
        }
    }

    /// <summary>Throws <see cref="ArgumentException" /> with the message unless the condition holds.</summary>
    public static void CheckArgument(bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new ArgumentException(errorMessage);
        }
    }

    /// <summary>The reference; throws <see cref="ArgumentNullException" /> if it is null.</summary>
    public static T CheckNotNull<T>(T reference) => reference ?? throw new ArgumentNullException(nameof(reference));

    /// <summary>The reference; throws <see cref="ArgumentNullException" /> of the parameter if it is null.</summary>
    public static T CheckNotNull<T>(T reference, string paramName) => reference ?? throw new ArgumentNullException(paramName);

    /// <summary>Throws <see cref="InvalidOperationException" /> unless the condition holds.</summary>
    public static void CheckState(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("The object is not in the state that this needs.");
        }
    }

    /// <summary>Throws <see cref="InvalidOperationException" /> with the message unless the condition holds.</summary>
    public static void CheckState(bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new InvalidOperationException(errorMessage);
        }
    }
}
