using Xunit.Sdk;
using Xunit.v3;

namespace Wenye.AppHost.Tests;

/// <summary>The tests of the whole system in an order: its day moves on with every demo, and a service that was killed stays dead.</summary>
public sealed class WholeSystemOrder : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [
            .. testCases.OrderBy(one => one.TestMethod?.MethodName switch
            {
                nameof(WholeSystemTests.The_demo_carries_one_person_from_application_to_statistics) => 0,
                nameof(WholeSystemTests.A_killed_service_is_reported) => 2,
                _ => 1,
            }),
        ];
}
