import type { Completion } from '@codemirror/autocomplete';

/** Something that may stand at the cursor, as the page offers it. */
export interface Proposal {
  label: string;
  detail: string;
  info: string;
  /** What is written, lines below the first as deep as the line that it is written on; the label where it is null. */
  insert: string | null;
}

const mostBoost = 99;

/** What the editor offers: in the page's order, as far as what is typed does not say otherwise. */
export function optionsOf(proposals: Proposal[], line: string): Completion[] {
  const indent = /^\s*/.exec(line)![0];
  return proposals.map(({ label, detail, info, insert }, i) => ({
    label,
    detail,
    type: 'property',
    boost: Math.max(-mostBoost, mostBoost - i),
    ...(info ? { info } : {}),
    ...(insert && insert !== label ? { apply: insert.replace(/\n/g, '\n' + indent) } : {}),
  }));
}
