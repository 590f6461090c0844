using Wenye.Contracts.Registration.V1;
using static Wenye.Demo.Narration;

namespace Wenye.Demo;

/// <summary>The directory tells where an office stands: who registers there counts as urban registered unemployed or not.</summary>
internal static class OfficeDemo
{
    private const string Division = "370102";
    private const string Name = "虚构社区就业服务窗口";

    // 城乡分类代码 111: 主城区.
    private const string InTown = "111";

    /// <summary>Imports one office of the county, in a town, and gives its id.</summary>
    public static async Task<string> ImportAsync(RunningSystem system)
    {
        using var keeper = await system.SignInAsync("directory");
        var directory = new OfficeService.OfficeServiceClient(keeper.Invoker);
        using (var call = directory.ImportOffices(keeper.Headers))
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { Division = Division } });
            await call.RequestStream.WriteAsync(new()
            {
                Row = new() { Row = 1, Division = Division, DivisionName = "虚构社区", Name = Name, Address = "虚构路1号", Phone = "0531-00000000", Services = { "失业登记" }, AreaClass = InTown },
            });
            await call.RequestStream.CompleteAsync();
            await call.ResponseAsync;
        }

        var office = (await directory.SearchOfficesAsync(new() { Division = Division, Name = Name }, keeper.Headers)).Offices[0];
        Line($"机构清单：{office.Name}，城乡分类代码 {office.AreaClass}（1 开头为城镇）；在该机构办理的计入城镇登记失业（人社厅发〔2020〕79号 三(十)）");
        return office.OfficeId;
    }
}
