import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { StateEffect, StateField, type EditorState, type Extension, type Range, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { replacementIn, spanAt } from './words';

/** What the server found; lines and columns from 1, 0 where a problem is of the whole line or file. */
export interface EditorProblem {
  line: number;
  column: number;
  message: string;
}

interface Placed extends EditorProblem {
  from: number;
  to: number;
  fix: string | null;
}

const mostShown = 50;
const setPlaced = StateEffect.define<Placed[]>();

/** Tells a problem under its line, with the fix as a button where the message offers one. */
class ProblemLine extends WidgetType {
  constructor(private readonly problem: Placed) {
    super();
  }

  override eq(other: ProblemLine): boolean {
    return other.problem.message === this.problem.message && other.problem.from === this.problem.from;
  }

  toDOM(view: EditorView): HTMLElement {
    const { message, fix } = this.problem;
    const box = Object.assign(document.createElement('div'), { className: 'lens' });
    const inner = box.appendChild(document.createElement('div'));
    const told = inner.appendChild(document.createElement('span'));
    message.split('`').forEach((part, i) => told.append(i % 2 ? Object.assign(document.createElement('code'), { textContent: part }) : part));
    if (fix) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn sm' });
      button.append(`Replace with ${fix} `, Object.assign(document.createElement('kbd'), { textContent: 'Alt ↵' }));
      button.addEventListener('click', () => applyFix(view, this.problem));
      inner.append(button);
    }
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const placed = StateField.define<{ problems: Placed[]; lines: DecorationSet }>({
  create: () => ({ problems: [], lines: Decoration.none }),
  update: (value, change) => {
    for (const effect of change.effects) {
      if (effect.is(setPlaced)) {
        return { problems: effect.value, lines: linesOf(change, effect.value) };
      }
    }
    return change.docChanged
      ? {
          problems: value.problems.map((p) => ({ ...p, from: change.changes.mapPos(p.from, 1), to: change.changes.mapPos(p.to, -1) })),
          lines: value.lines.map(change.changes),
        }
      : value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.lines),
});

function linesOf(change: Transaction, problems: Placed[]): DecorationSet {
  const shown: Range<Decoration>[] = problems.slice(0, mostShown).map((problem) => Decoration
    .widget({ widget: new ProblemLine(problem), block: true, side: 1 })
    .range(change.state.doc.lineAt(problem.from).to));
  return Decoration.set(shown, true);
}

function place(state: EditorState, problem: EditorProblem): Placed {
  const line = state.doc.line(Math.max(1, Math.min(problem.line || 1, state.doc.lines)));
  const span = problem.column > 0 ? spanAt(line.text, problem.column) : { from: 0, to: line.length };
  return { ...problem, from: line.from + span.from, to: line.from + span.to, fix: replacementIn(problem.message) };
}

function applyFix(view: EditorView, { from, to, fix }: Placed): void {
  if (fix) {
    view.dispatch({ changes: { from, to, insert: fix }, userEvent: 'input' });
    view.focus();
  }
}

/** Shows these problems in place of those shown before. */
export function showProblems(view: EditorView, problems: EditorProblem[]): void {
  const found = problems.map((problem) => place(view.state, problem));
  const diagnostics: Diagnostic[] = found.map(({ from, to, message }) => ({ from, to, message, severity: 'error' }));
  view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setPlaced.of(found) });
}

/** Alt Enter: mends the first problem on the line of the cursor that has a fix. */
export function fixHere(view: EditorView): boolean {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const found = view.state.field(placed).problems.find(({ from, fix }) => fix && from >= line.from && from <= line.to);
  if (found) {
    applyFix(view, found);
  }
  return found !== undefined;
}

export const problemLines: Extension = placed;
