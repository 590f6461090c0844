using Xunit.Sdk;
using Xunit.v3;

namespace Wenye.AppHost.Tests;

/// <summary>Runs the test that kills a service after all others of its class: the demo asks every service something.</summary>
public sealed class KillingLast : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(one => one.TestMethod?.MethodName == nameof(WholeSystemTests.A_killed_service_is_reported))];
}
