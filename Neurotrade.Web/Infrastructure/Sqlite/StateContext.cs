using Microsoft.EntityFrameworkCore;

namespace Neurotrade.Web.Infrastructure.Sqlite;

/// <summary>The tables of <c>neurotrade.db</c> in the state folder.</summary>
internal sealed class StateContext(DbContextOptions<StateContext> options) : DbContext(options)
{
    public DbSet<JobRow> Jobs => Set<JobRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<JobRow>(job =>
        {
            job.ToTable("jobs");
            job.HasKey(row => row.Id);
            job.Property(row => row.Key).HasMaxLength(64);
            job.Property(row => row.Title).HasMaxLength(200);
            job.Property(row => row.State).HasMaxLength(16);
            job.Property(row => row.StrategyName).HasMaxLength(200);
            job.HasIndex(row => row.State);
        });
    }
}
