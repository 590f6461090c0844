using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Register;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Hardship.GetRecognition;

/// <summary>Reads one recognition with its history (查询认定).</summary>
internal sealed class GetRecognitionHandler(RegistrationDbContext database, TimeProvider time)
{
    public async Task<GetRecognitionResponse> HandleAsync(GetRecognitionRequest request, Caller caller, CancellationToken cancellation)
    {
        var recognition = await database.Recognitions.AsNoTracking().LoadAsync(request.RecognitionId, caller, cancellation);
        var person = await database.DetailsOfAsync(recognition.PersonId, cancellation);
        return new GetRecognitionResponse { Recognition = recognition.AnswerTo(person.Name, ChinaTime.Today(time), caller) };
    }
}
