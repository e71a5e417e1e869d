using System.Globalization;
using System.Text;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Writes a text as a YAML value on one line.</summary>
internal static class YamlText
{
    /// <summary>Plain where YAML reads it back as it is, else in double quotes.</summary>
    public static string Of(string value)
    {
        bool isPlain = value.Length > 0 && char.IsAsciiLetter(value[0]) && value[^1] != ' '
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '/')
            && value.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N");
        if (isPlain)
        {
            return value;
        }

        StringBuilder quoted = new("\"");
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                char control when char.IsControl(control) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)control:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
