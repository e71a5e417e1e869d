/** What stands where in a line of a strategy; columns count from 1, as problems do. */

const word = /[\w$.]/;

/** The span of the word from a column on, for the underline of a problem; at least one character, within the line. */
export function spanAt(line: string, column: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(column - 1, line.length - 1));
  let to = from;
  while (column <= line.length && to < line.length && word.test(line[to]!)) {
    to++;
  }
  return { from, to: Math.max(to, Math.min(line.length, from + 1)) };
}

/** The replacement that a message offers (“Did you mean `rsi`?”), or null. */
export function replacementIn(message: string): string | null {
  return /did you mean [`'"]?([A-Za-z_][\w.]*)[`'"]?\?/i.exec(message)?.[1] ?? null;
}

/** The one change that makes a text another one, without what both begin and end with; null where they are the same. */
export function differenceOf(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) {
    return null;
  }
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) {
    from++;
  }
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
