import { autocompletion, closeBrackets, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, undo } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import {
  EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers, type Tooltip,
} from '@codemirror/view';
import { backEvent } from '../circuit';
import { look } from './look';
import { fixHere, problemLines, showProblems, type EditorProblem } from './problems';
import { optionsOf, type Proposal } from './proposals';
import { Unsent, browserShelf } from './unsent';
import { differenceOf } from './words';

export interface EditorOptions {
  name: string;
  text: string;
  label: string;
  readOnly: boolean;
}

/** The page: what it is told and what it is asked; each call goes over the circuit. Lines and columns count from 1. */
interface Page {
  invokeMethodAsync(method: 'Changed', text: string): Promise<void>;
  invokeMethodAsync(method: 'Save'): Promise<void>;
  invokeMethodAsync(method: 'Complete', line: number, column: number, text: string): Promise<Proposal[]>;
  invokeMethodAsync(method: 'Describe', word: string, line: number, column: number, text: string): Promise<string | null>;
}

const changeMillis = 150;
const againMillis = 2000;
const longestMillis = 600;

/** The text editor of a strategy: what is wrong is underlined and told under its line as one types. */
export class StrategyEditor {
  private readonly view: EditorView;
  private readonly unsent: Unsent;
  private timer = 0;
  private waitingSince = 0;
  private isGone = false;

  constructor(element: HTMLElement, options: EditorOptions, private readonly page: Page) {
    this.unsent = new Unsent(options.name, browserShelf());
    this.view = new EditorView({
      parent: element,
      state: EditorState.create({ doc: options.text, extensions: this.extensions(options) }),
    });
    // Long lines scroll sideways, also for those who have no pointer.
    this.view.scrollDOM.tabIndex = 0;
    document.addEventListener(backEvent, this.back);
    // Typed here before, and lost on its way to the server.
    const changes = differenceOf(this.text(), this.unsent.text() ?? this.text());
    if (changes) {
      this.view.dispatch({ changes });
    }
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  /** Puts another text in place, as one step that can be undone; the page is not told of it. */
  setText(text: string): void {
    const changes = differenceOf(this.text(), text.replace(/\r\n?/g, '\n'));
    if (changes) {
      this.view.dispatch({ changes, annotations: isolateHistory.of('full') });
      this.settle();
    }
  }

  /** Takes the last step back; the text after it. */
  undo(): string {
    undo(this.view);
    this.settle();
    return this.text();
  }

  /** Takes a step again that was taken back; the text after it. */
  redo(): string {
    redo(this.view);
    this.settle();
    return this.text();
  }

  setProblems(problems: EditorProblem[]): void {
    showProblems(this.view, problems);
  }

  /** Puts the cursor at a place and shows it. */
  goTo(line: number, column: number): void {
    const found = this.view.state.doc.line(Math.max(1, Math.min(line, this.view.state.doc.lines)));
    const at = Math.min(found.to, found.from + Math.max(0, column - 1));
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.view.focus();
  }

  dispose(): void {
    this.isGone = true;
    document.removeEventListener(backEvent, this.back);
    window.clearTimeout(this.timer);
    this.view.destroy();
  }

  // What was sent into a broken connection is neither told nor refused.
  private readonly back = (): void => this.changed();

  // The page knows the text already.
  private settle(): void {
    this.unsent.sent(this.text());
    window.clearTimeout(this.timer);
    this.waitingSince = 0;
  }

  private extensions({ label, readOnly }: EditorOptions) {
    return [
      lineNumbers(), foldGutter(), lintGutter(), history(), drawSelection(), highlightActiveLine(), highlightActiveLineGutter(),
      highlightSelectionMatches(), indentOnInput(), bracketMatching(), closeBrackets(), search(), yaml(), look, problemLines,
      EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.changed();
        }
      }),
      autocompletion({ override: [(context) => this.complete(context)], icons: false }),
      hoverTooltip((_, at) => this.hover(at), { hoverTime: 250 }),
      keymap.of([
        { key: 'Mod-s', preventDefault: true, run: () => this.save() },
        { key: 'Alt-Enter', run: fixHere },
        ...completionKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...defaultKeymap, indentWithTab,
      ]),
    ];
  }

  private changed(): void {
    this.unsent.keep(this.text());
    const now = performance.now();
    this.waitingSince ||= now;
    window.clearTimeout(this.timer);
    // Whoever types without a pause is told now and then all the same.
    const wait = Math.max(0, Math.min(changeMillis, this.waitingSince + longestMillis - now));
    this.timer = window.setTimeout(() => {
      void this.send();
    }, wait);
  }

  // Until it has arrived: without a connection it is sent again and again, and kept by the browser meanwhile.
  private async send(): Promise<boolean> {
    this.waitingSince = 0;
    const text = this.text();
    try {
      await this.page.invokeMethodAsync('Changed', text);
      this.unsent.sent(text);
      return true;
    } catch {
      window.clearTimeout(this.timer);
      this.timer = this.isGone ? 0 : window.setTimeout(() => void this.send(), againMillis);
      return false;
    }
  }

  private save(): boolean {
    window.clearTimeout(this.timer);
    this.waitingSince = 0;
    void this.send().then((isSent) => isSent ? this.page.invokeMethodAsync('Save') : undefined);
    return true;
  }

  private async complete(context: CompletionContext): Promise<CompletionResult | null> {
    const word = context.matchBefore(/[\w$%]*/);
    const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
    if (!context.explicit && !/[\w$.:({"]/.test(before)) {
      return null;
    }
    const line = context.state.doc.lineAt(context.pos);
    const found = await this.page.invokeMethodAsync('Complete', line.number, context.pos - line.from + 1, this.text());
    return context.aborted || found.length === 0 ? null : {
      from: word?.from ?? context.pos,
      options: optionsOf(found, line.text),
      validFor: /^[\w$]*$/,
    };
  }

  private async hover(at: number): Promise<Tooltip | null> {
    const line = this.view.state.doc.lineAt(at);
    const match = [...line.text.matchAll(/[$A-Za-z_][\w.]*/g)]
      .find(({ index, 0: text }) => line.from + index <= at && at <= line.from + index + text.length);
    const told = match ? await this.page.invokeMethodAsync('Describe', match[0], line.number, match.index + 1, this.text()) : null;
    return told && match ? {
      pos: line.from + match.index,
      end: line.from + match.index + match[0].length,
      create: () => ({ dom: Object.assign(document.createElement('div'), { className: 'cm-told', textContent: told }) }),
    } : null;
  }
}

/** Makes an editor in an element. */
export function create(element: HTMLElement, options: EditorOptions, page: Page): StrategyEditor {
  return new StrategyEditor(element, options, page);
}
