using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;

namespace Neurotrade.Web.Infrastructure.Sqlite;

/// <summary>The database of the state folder: made, brought up to date or refused when the server starts.</summary>
internal sealed class StateDatabase(StateFolder state) : IDbContextFactory<StateContext>
{
    private readonly string path = Path.Combine(state.Root, "neurotrade.db");

    public StateContext CreateDbContext() => new(new DbContextOptionsBuilder<StateContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString())
        .Options);

    /// <summary>Brings the tables up to date; <see cref="InputException"/> where a newer version has written them.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using StateContext database = CreateDbContext();
        try
        {
            string[] known = [.. database.Database.GetMigrations()];
            if (database.Database.GetAppliedMigrations().FirstOrDefault(applied => !known.Contains(applied)) is { } newer)
            {
                throw new InputException(new Problem(
                    path, 0, 0, $"written by a newer version ({newer}); use that version, or another folder (NEUROTRADE_DATA)"));
            }

            database.Database.Migrate();

            // Readers then never wait for a writer.
            database.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        }
        catch (SqliteException broken)
        {
            throw new InputException(new Problem(
                path, 0, 0, $"not a database that can be used ({broken.Message}); move it away and start again"));
        }
    }
}
