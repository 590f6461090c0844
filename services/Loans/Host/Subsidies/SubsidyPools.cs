using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>Who pays the subsidies of a county's loans (支付地), 鲁财金〔2020〕25号 七: its city, or a county managed by the province itself.</summary>
internal static class SubsidyPools
{
    private static readonly Parameter<bool> CountyPays = Parameter.Rule("loans.subsidy_county_pays");

    /// <summary>The city or county that pays, GB/T 2260.</summary>
    public static string Of(string division, ParameterSet parameters, DateOnly day)
    {
        var place = Division.Parse(division);
        return place.Level != DivisionLevel.District || parameters.At(place, day).Get(CountyPays).IsSet ? division : division[..4] + "00";
    }

    /// <summary>Whether quarters are run for this place: a province, a city, or a county that pays itself.</summary>
    public static bool Runs(string division, ParameterSet parameters, DateOnly day) => Of(division, parameters, day) == division;
}
