using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>Parameters' values in a strategy's text; all else in it stays as it was written.</summary>
internal static class ParameterValues
{
    /// <summary>Writes values by name; the first that cannot be written refuses all.</summary>
    public static TextEdit Write(string text, IEnumerable<KeyValuePair<string, string>> values)
    {
        string written = text;
        foreach ((string name, string value) in values)
        {
            StrategyText read = StrategyText.Read(written);
            string path = read.Has($"parameters.{name}.value") ? $"parameters.{name}.value" : $"parameters.{name}";
            if (!read.Has(path))
            {
                return new TextEdit(text, $"The strategy has no parameter {name} any more.");
            }

            if (read.Value(path) == value)
            {
                continue;
            }

            TextEdit edit = read.SetValue(path, value);
            if (edit.Refusal is not null)
            {
                return new TextEdit(text, edit.Refusal);
            }

            written = edit.Text;
        }

        return new TextEdit(written, null);
    }
}
