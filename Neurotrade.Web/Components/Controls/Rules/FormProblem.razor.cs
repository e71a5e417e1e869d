using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What is wrong with a part of a form, with the fix as a button where there is one.</summary>
public sealed partial class FormProblem
{
    [CascadingParameter]
    public required FormScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required Problem Problem { get; set; }

    private ProblemFix? Fix => ProblemFix.Of(Scope.Form.Text.Text, Problem);

    private Task MendAsync(ProblemFix fix) => Scope.ChangeAsync(_ => new TextEdit(fix.Text, null));
}
