using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Employer = Wenye.WelfarePosts.Data.Employer;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>The form of an employment registration (就业登记实名信息) of someone in a post: all of it is known here.</summary>
internal static class EmploymentForms
{
    public static EmploymentForm Of(Placement placement, Person person, Post post, Employer employer) => new()
    {
        Name = person.Name,
        Sex = ResidentId.TryParse(person.IdNumber, out var number) && number.Sex == Sex.Female ? "2" : "1",
        Identity = EmploymentRegister.Identity(person.IdNumber),
        MobilePhone = person.Phone ?? "",
        WorkplaceDivision = placement.Division,
        Urban = post.Urban,
        Type = placement.FirstEmployment ? EmploymentType.First : EmploymentType.ReEmployment,
        Manner = EmploymentManner.WelfarePost,
        EmployedOn = placement.StartedOn.ToContract(),
        Basis = EmploymentBasis.WelfarePostAgreement,
        EmployerName = employer.Name,
        EmployerCode = employer.CreditCode,
        EmployerAddress = post.Workplace.Length > 0 ? post.Workplace : employer.Name,
        Sector = (IndustrySector)post.Sector,
    };
}
