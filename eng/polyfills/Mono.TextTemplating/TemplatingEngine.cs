using Microsoft.VisualStudio.TextTemplating;

namespace Mono.TextTemplating;

/// <summary>Runs no template: it says which package would.</summary>
public class TemplatingEngine
{
    public Task<CompiledTemplate> CompileTemplateAsync(
        string content, ITextTemplatingEngineHost host, CancellationToken token = default) => throw NotHere();

    public Task<string> ProcessTemplateAsync(
        string content, ITextTemplatingEngineHost host, CancellationToken token = default) => throw NotHere();

    internal static NotSupportedException NotHere() =>
        new("T4 templates need the true package Mono.TextTemplating: build with -p:UsePolyfills=false.");
}

public sealed class CompiledTemplate : IDisposable
{
    private CompiledTemplate()
    {
    }

    public string Process() => throw TemplatingEngine.NotHere();

    public void Dispose()
    {
        // There is never an instance.
    }
}
