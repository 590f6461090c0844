using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Wenye.Gateway.Routing;

/// <summary>Keeps the proxy's session keys in memory (会话密钥).</summary>
/// <remarks>The proxy makes them whether or not there are sessions, and would write them to the home folder.</remarks>
internal sealed class SessionKeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
            return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
            _keys.Add(element);
    }
}
