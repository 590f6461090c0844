namespace Aspire.Hosting.Running;

/// <summary>Writes whole lines, each with the name of the resource it comes from.</summary>
internal sealed class ConsoleLog
{
    private const string Own = "apphost";
    private static readonly int[] Colours = [36, 32, 33, 35, 34, 96, 92, 93, 95, 94];
    private readonly Lock _lock = new();
    private readonly bool _coloured = !Console.IsOutputRedirected;
    private int _width = Own.Length;

    /// <summary>Makes the prefixes as wide as the longest name.</summary>
    public void AlignTo(IEnumerable<string> names) => _width = names.Append(Own).Max(name => name.Length);

    public void Write(string line) => Write(Own, line);

    public void Write(string name, string line)
    {
        var prefix = name.PadRight(_width);
        if (_coloured)
        {
            var colour = name == Own ? 1 : Colours[name.Sum(c => c) % Colours.Length];
            prefix = $"\u001b[{colour}m{prefix}\u001b[0m";
        }
        lock (_lock)
        {
            Console.Out.WriteLine($"{prefix} | {line}");
        }
    }
}
