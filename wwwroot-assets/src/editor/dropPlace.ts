/** Where something dropped at a height of a row goes: before it, after it, or into the group that it heads. */
export type DropPlace = 'before' | 'after' | 'into';

export function dropPlace(y: number, top: number, height: number, isGroup: boolean): DropPlace {
  const part = (y - top) / Math.max(1, height);
  return isGroup ? (part < 0.4 ? 'before' : 'into') : part < 0.5 ? 'before' : 'after';
}

const directions: Record<string, string> = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Out', ArrowRight: 'In' };

/** The way in which Alt and a key move a condition, or null. */
export function moveOf(event: { altKey: boolean; ctrlKey: boolean; metaKey: boolean; key: string }): string | null {
  return event.altKey && !event.ctrlKey && !event.metaKey ? directions[event.key] ?? null : null;
}

/** Whether keys ask to save. */
export function isSave(event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; key: string }): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's';
}

/** Whether keys ask to undo or to redo, or null. */
export function historyOf(event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; key: string }): 'Undo' | 'Redo' | null {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey) {
    return null;
  }
  return key === 'y' && !event.shiftKey || key === 'z' && event.shiftKey ? 'Redo' : key === 'z' ? 'Undo' : null;
}
