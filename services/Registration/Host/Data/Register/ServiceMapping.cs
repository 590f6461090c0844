using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>How services, what is due and what is pending are stored (服务与期限的存储); see docs/decisions/0035-services-due.md.</summary>
/// <remarks>
/// Two indexes stand in the migration LifeCycle alone, because the model cannot say them: <c>ix_registration_due</c> (live
/// registrations by division and the next day due, with every due day included) and <c>ix_application_due</c> (applications by
/// division, state and due day, those without one last).
/// </remarks>
internal static class ServiceMapping
{
    public static void MapServices(this ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<UnemploymentRegistration>(MapDues);
        model.Entity<StoredApplication>(application =>
        {
            application.Property(a => a.PlaceEvidence).IsProtectedIfPresent(personalData);
            application.HasIndex(a => a.Applicant).HasFilter("state in (1, 2)").HasDatabaseName("ix_application_pending_applicant");
        });
        model.Entity<StoredService>(service =>
        {
            service.ToTable("service_record").HasKey(s => s.Id);
            service.Property(s => s.Id).ValueGeneratedNever();
            service.Property(s => s.Note).IsProtectedIfPresent(personalData);
            service.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            service.HasIndex(s => s.RegistrationId);
            service.HasOne<UnemploymentRegistration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapDues(EntityTypeBuilder<UnemploymentRegistration> registration)
    {
        registration.ComplexProperty(r => r.Dues, dues =>
        {
            dues.Property(d => d.FirstContact).HasColumnName("first_contact_due");
            dues.Property(d => d.FollowUp).HasColumnName("follow_up_due");
            dues.Property(d => d.Policy).HasColumnName("policy_due");
            dues.Property(d => d.PolicyLeft).HasColumnName("policy_left");
            dues.Property(d => d.Guidance).HasColumnName("guidance_due");
            dues.Property(d => d.GuidanceLeft).HasColumnName("guidance_left");
            dues.Property(d => d.JobOffer).HasColumnName("job_offer_due");
            dues.Property(d => d.JobOfferLeft).HasColumnName("job_offer_left");
            dues.Property(d => d.TrainingOffer).HasColumnName("training_offer_due");
            dues.Property(d => d.TrainingOfferLeft).HasColumnName("training_offer_left");
            dues.Property(d => d.Next).HasColumnName("next_service_due");
        });
        registration.HasIndex(r => new { r.Division, r.OfficeId }).HasFilter("notice_required AND notified_on IS NULL").HasDatabaseName("ix_registration_notice");
    }
}
