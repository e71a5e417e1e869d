import { dropPlace, historyOf, isSave, moveOf } from './dropPlace';

/** The page, over the circuit; nodes are named by their paths (`entry.2.0`). */
interface Page {
  invokeMethodAsync(method: 'Step', path: string, direction: string): Promise<void>;
  invokeMethodAsync(method: 'Drop', path: string, over: string, where: string): Promise<void>;
  invokeMethodAsync(method: 'Undo' | 'Redo' | 'Save'): Promise<void>;
}

const slackPixels = 4;
const edgePixels = 36;
const scrollPixels = 12;

/** What a form of rules needs of the browser: dragging by a handle, Alt and arrows, undo, save, and where the focus goes. */
export class RuleForm {
  private readonly ended = new AbortController();
  private dragged: { row: HTMLElement; handle: HTMLElement; pointer: number; x: number; y: number; moving: boolean } | null = null;
  private over: HTMLElement | null = null;
  private written = '';

  constructor(private readonly root: HTMLElement, private readonly page: Page) {
    const { signal } = this.ended;
    root.addEventListener('keydown', (event) => this.key(event), { signal });
    root.addEventListener('focusin', ({ target }) => { this.written = target instanceof HTMLInputElement ? target.value : ''; }, { signal });
    root.addEventListener('pointerdown', (event) => this.begin(event), { signal });
    root.addEventListener('pointermove', (event) => this.move(event), { signal });
    root.addEventListener('pointerup', (event) => this.end(event, true), { signal });
    root.addEventListener('pointercancel', (event) => this.end(event, false), { signal });
  }

  /** Puts the focus on a node. */
  focus(path: string): void {
    const row = this.root.querySelector(`[data-row="${CSS.escape(path)}"]`);
    row?.querySelector<HTMLElement>('[data-handle], select, input, button')?.focus();
  }

  dispose(): void {
    this.ended.abort();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.dragged) {
      this.clear();
      return;
    }
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-row]');
    const direction = row ? moveOf(event) : null;
    if (row && direction) {
      event.preventDefault();
      void this.page.invokeMethodAsync('Step', row.dataset['row']!, direction);
      return;
    }
    if (event.key === 'Enter' && event.altKey) {
      target.closest('.rnode, .vf')?.querySelector<HTMLElement>('[data-fix]')?.click();
      return;
    }
    if (isSave(event)) {
      event.preventDefault();
      // What is being typed is told first, as when the field is left.
      target.blur();
      target.focus();
      void this.page.invokeMethodAsync('Save');
      return;
    }
    // What is being typed is undone by the field itself.
    const history = historyOf(event);
    if (history && !(target instanceof HTMLInputElement && target.value !== this.written)) {
      event.preventDefault();
      void this.page.invokeMethodAsync(history);
    }
  }

  private begin(event: PointerEvent): void {
    const handle = (event.target as HTMLElement).closest<HTMLElement>('[data-handle]');
    const row = handle?.closest<HTMLElement>('[data-row]');
    if (handle && row && event.button === 0) {
      handle.setPointerCapture(event.pointerId);
      this.dragged = { row, handle, pointer: event.pointerId, x: event.clientX, y: event.clientY, moving: false };
    }
  }

  private move(event: PointerEvent): void {
    const dragged = this.dragged;
    if (!dragged || dragged.pointer !== event.pointerId) {
      return;
    }
    if (!dragged.moving && Math.hypot(event.clientX - dragged.x, event.clientY - dragged.y) < slackPixels) {
      return;
    }
    dragged.moving = true;
    dragged.row.dataset['dragged'] = '';
    this.scrollAt(event.clientY);
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]');
    this.mark(found && this.root.contains(found) ? found : null, event.clientY);
  }

  private mark(row: HTMLElement | null, y: number): void {
    if (this.over !== row) {
      delete this.over?.dataset['drop'];
    }
    this.over = row;
    if (row) {
      const { top, height } = row.getBoundingClientRect();
      row.dataset['drop'] = dropPlace(y, top, height, row.dataset['group'] !== undefined);
    }
  }

  private scrollAt(y: number): void {
    const { top, bottom } = this.root.getBoundingClientRect();
    this.root.scrollTop += y < top + edgePixels ? -scrollPixels : y > bottom - edgePixels ? scrollPixels : 0;
  }

  private end(event: PointerEvent, isDropped: boolean): void {
    const { dragged, over } = this;
    if (!dragged || dragged.pointer !== event.pointerId) {
      return;
    }
    const where = over?.dataset['drop'];
    this.clear();
    if (isDropped && dragged.moving && over && where && over !== dragged.row) {
      void this.page.invokeMethodAsync('Drop', dragged.row.dataset['row']!, over.dataset['row']!, where);
    }
  }

  private clear(): void {
    delete this.dragged?.row.dataset['dragged'];
    delete this.over?.dataset['drop'];
    this.dragged = null;
    this.over = null;
  }
}

/** Looks after a form in an element. */
export function create(root: HTMLElement, page: Page): RuleForm {
  return new RuleForm(root, page);
}
