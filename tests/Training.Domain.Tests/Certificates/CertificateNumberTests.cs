using Wenye.Policy;
using Wenye.Training.Domain.Certificates;

namespace Wenye.Training.Domain.Tests.Certificates;

public sealed class CertificateNumberTests
{
    private static readonly PolicyContext Zibo = TrainingParameters.Shipped.At(Division.Parse("370300"), new(2020, 9, 1));

    [Fact]
    public void Numbers_of_eighteen_places_differ_whenever_a_part_does()
    {
        var numbers = new HashSet<string>();
        var parts = from city in new[] { "3700", "3701", "3716" }
                    from county in new[] { "00", "01", "99" }
                    from institution in new[] { 1, 10, 9_999 }
                    from year in new[] { 2020, 2099 }
                    from sequence in new[] { 1, 12_345, 99_999 }
                    from category in Enum.GetValues<TrainingCategory>()
                    where city != "3700" || county == "00"
                    select new CertificateNumberFacts { City = city, County = county, Institution = institution, Year = year, Sequence = sequence, Category = category };
        foreach (var part in parts)
        {
            var number = CertificateNumber.Decide(part, Zibo).Result!.Number;
            number.Length.ShouldBe(CertificateNumber.Length);
            numbers.Add(number).ShouldBeTrue();
        }
    }
}
