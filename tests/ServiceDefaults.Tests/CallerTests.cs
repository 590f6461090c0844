using Google.Rpc;
using Grpc.Core;

namespace Wenye.ServiceDefaults.Tests;

public sealed class CallerTests
{
    [Theory]
    [InlineData("370000", "370102", true)]
    [InlineData("370000", "110000", false)]
    [InlineData("370100", "370102", true)]
    [InlineData("370100", "370100", true)]
    [InlineData("370100", "370000", false)]
    [InlineData("370100", "370202", false)]
    [InlineData("370102", "370102", true)]
    [InlineData("370102", "370103", false)]
    [InlineData("", "370102", false)]
    [InlineData("000000", "370102", false)]
    [InlineData("37", "370102", false)]
    public void A_caller_sees_its_own_division_and_those_below_it(string own, string record, bool sees)
    {
        var caller = new Caller("agency", own, new HashSet<string>());

        caller.MaySee(record).ShouldBe(sees);
    }

    [Fact]
    public void The_province_role_lifts_the_limit() =>
        new Caller("agency", "370102", new HashSet<string> { Roles.Province }).MaySee("370202").ShouldBeTrue();

    [Fact]
    public void Another_divisions_record_is_refused_with_a_stable_reason()
    {
        var error = Should.Throw<RpcException>(() => new Caller("agency", "370100", new HashSet<string>()).DemandDivision("370202"));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("OTHER_DIVISION");
    }
}
