using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Neurotrade.Web.Infrastructure.Sqlite.Migrations;

/// <summary>The first tables.</summary>
public partial class Jobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "jobs",
            columns: table => new
            {
                Id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                StrategyText = table.Column<string>(type: "TEXT", nullable: false),
                StrategyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Origin = table.Column<string>(type: "TEXT", nullable: false),
                AskedMillis = table.Column<long>(type: "INTEGER", nullable: false),
                StartedMillis = table.Column<long>(type: "INTEGER", nullable: true),
                EndedMillis = table.Column<long>(type: "INTEGER", nullable: true),
                RunId = table.Column<string>(type: "TEXT", nullable: true),
                Message = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_jobs", x => x.Id);
            });

        migrationBuilder.CreateIndex(
            name: "IX_jobs_State",
            table: "jobs",
            column: "State");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "jobs");
    }
}
