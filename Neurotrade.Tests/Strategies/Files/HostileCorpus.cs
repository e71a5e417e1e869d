namespace Neurotrade.Tests.Strategies.Files;

/// <summary>Files that were made to break a reader.</summary>
internal static class HostileCorpus
{
    /// <summary>Each with a name.</summary>
    public static IEnumerable<(string Name, string Text)> All() => Nested().Concat(Malformed()).Concat(Rules());

    private static IEnumerable<(string Name, string Text)> Nested()
    {
        yield return ("nesting, flow", "schema: 1\nrules: " + Many("[", 33) + Many("]", 33));
        yield return ("nesting, block", string.Concat(Enumerable.Range(0, 40).Select(i => new string(' ', 2 * i) + "a:\n")));
        yield return ("nesting, dashes", "rules:\n  " + Many("- ", 40) + "a");
        yield return ("100 KB of [", new string('[', 100_000));
        yield return ("100 KB of [ after a key", "schema: 1\na: " + new string('[', 100_000));
        yield return ("100 KB of {", new string('{', 100_000));
        yield return ("{a: {a:", Many("{a: ", 20_000));
        yield return ("[ on lines of their own", Many("[\n", 100_000));
        yield return ("[ closed in comments", Many("[ # ]\n", 30_000));
        yield return ("[ closed in quotes", Many("[ \"]\",\n", 30_000));
        yield return ("[ behind a quote in a word", "a: it's " + Many("[", 100) + "\nb: " + Many("[", 50_000));
        yield return ("- - -", Many("- ", 100_000));
        yield return ("? ? ?", Many("? ", 100_000));
        yield return ("deep keys", Many("a:\n ", 30_000));
        yield return ("deep and deeper", string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', i) + "a:\n")));
        yield return ("too large", "#" + new string('x', 256 * 1024));
        yield return ("too large by accents", new string('é', 131_073));
        yield return ("aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]");
        yield return ("billion laughs", string.Concat(Enumerable.Range(1, 30).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "lol" : $"*a{i - 1}", 9))}]\n")));
        yield return ("alias to itself", "a: &a [*a]");
        yield return ("tag", "schema: !!int 1");
        yield return ("tag of a type", "a: !<tag:yaml.org,2002:System.Diagnostics.Process> {}");
        yield return ("merge key", "schema: 1\nb: { <<: x }");
        yield return ("twice", "schema: 1\nname: a\nname: b");
        yield return ("second document", "schema: 1\n---\nschema: 1");
        yield return ("directive", "%YAML 1.1\n---\nschema: 1");
    }

    private static IEnumerable<(string Name, string Text)> Malformed()
    {
        yield return ("many events", "a: [" + Many("x,", 6000) + "]");
        yield return ("a list that is not indented", "a: [" + Many("x,\n", 6000) + "]");
        yield return ("many keys", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: 1\n")));
        yield return ("long value", "name: " + new string('x', 40_000));
        yield return ("long key", new string('x', 100_000) + ": 1");
        yield return ("long quoted key", "\"" + new string('x', 100_000) + "\": 1");
        yield return ("open quote", "name: \"" + new string('x', 200_000));
        yield return ("open quote over lines", "name: '" + Many("\n", 200_000));
        yield return ("many quotes", Many("\"a\" ", 60_000));
        yield return ("many colons", Many("a: ", 60_000));
        yield return ("many hashes", "a: b" + Many(" #", 100_000));
        yield return ("many spaces", "a:" + new string(' ', 250_000) + "{");
        yield return ("NUL", "schema: 1\nname: a\0b");
        yield return ("control character", "schema: 1\nname: a\u0007");
        yield return ("next line", "schema: 1\u0085name: a");
        yield return ("line separator", "schema: 1\u2028name: a");
        yield return ("half a pair", "name: \ud800x");
        yield return ("other half", "name: x\udc00");
        yield return ("escaped half", "name: \"\\ud800\"");
        yield return ("escape of a NUL", "schema: 1\nname: \"\\0\"");
        yield return ("wrong escape", "name: \"\\q\"");
        yield return ("mark inside", "name: a\ufeffb");
        yield return ("tab", "market:\n\tname: x");
        yield return ("key is a list", "[a]: b");
        yield return ("key is a block", "? {a: b}\n: c");
        yield return ("only a list", "- a");
        yield return ("only a value", "a");
        yield return ("empty", string.Empty);
        yield return ("only a comment", "# nothing");
        yield return ("only a mark", "\ufeff");
        yield return ("json cut short", "{\"schema\": 1, \"name\": ");
        yield return ("json with a tail", "{\"schema\": 1} }");
        yield return ("unknown schema", "schema: 2");
    }

    private static IEnumerable<(string Name, string Text)> Rules()
    {
        yield return ("long rule", Sample.Entry(Many("close > 1 and ", 2000) + "close > 1"));
        yield return ("rule of (", Sample.Entry(Many("(", 30_000)));
        yield return ("rule of -", Sample.Entry(Many("-", 30_000) + "1 < 2"));
        yield return ("rule of not", Sample.Entry(Many("not ", 8_000) + "a < b"));
        yield return ("rule of lags", Sample.Entry("close" + Many("[1]", 8_000) + " > 1"));
        yield return ("rule of sums", Sample.Entry("close" + Many(" + close", 3_500) + " > 1"));
        yield return ("lags that add up", Sample.Entry("close[60000][60000] > 1"));
        yield return ("windows that add up", Sample.Entry("highest(highest(close, 60000), 60000) > 1"));
        yield return ("201 indicators", string.Concat(
            "schema: 1\nindicators:\n", string.Concat(Enumerable.Range(0, 201).Select(i => $"  i{i}: {{ type: sma }}\n"))));
        string declared = string.Concat(Enumerable.Range(0, 60).Select(i => $"  {Long(i)}: {{ type: macd }}\n"));
        IEnumerable<string> unknown = Enumerable.Range(0, 50).Select(
            i => $"      - {string.Join(" and ", Enumerable.Range(0, 30).Select(j => $"{Long((i * 31) + j)}x > 1"))}\n");
        yield return ("many unknown names", Sample.File($"  entry:\n    any:\n{string.Concat(unknown)}")
            .Replace("  a: {", declared + "  a: {", StringComparison.Ordinal));
        yield return ("many unknown parameters", Sample.File(
            "  entry: \"" + string.Join(" and ", Enumerable.Range(0, 600).Select(i => $"${Long(i)} > 1")) + "\"",
            "parameters: { " + string.Join(", ", Enumerable.Range(700, 100).Select(i => $"{Long(i)}: 1")) + " }"));
        yield return ("deep sums on the position, and one unknown name", Sample.File(
            "  entry: clsoe > 1\n  exit:\n    any:\n" + string.Concat(Enumerable.Range(0, 20).Select(
                i => $"      - position.pnl{Many(" + close", 900)} > {i}\n"))));
        yield return ("much history", Sample.Entry(string.Join(
            " and ", Enumerable.Range(1, 60).Select(i => $"highest(close + {i}, 60000) > 1"))));
    }

    // Names that differ in their last letters only, so that each is compared to its end.
    private static string Long(int number) => $"{Many("n", 55)}{number:D5}";

    private static string Many(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
