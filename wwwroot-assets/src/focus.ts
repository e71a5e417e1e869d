const mostRecent = 8;

// What had the focus lately, the last first: what is dismissed may have been opened by something that is gone itself.
let recent: HTMLElement[] = [];

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

// The first of some elements that can still take the focus, where nothing else has it.
function giveBack(to: HTMLElement[]): void {
  if (isNowhere()) {
    to.find((element) => element.isConnected && element.checkVisibility())?.focus({ preventScroll: true });
  }
}

/** Takes the focus to an element where what had it has gone. */
export function focusIfLost(element: HTMLElement | null): void {
  giveBack(element ? [element] : []);
}

/** Opens a dialog over the page; when it is gone, in whatever way, the focus is where it was before. */
export function openDialog(dialog: HTMLDialogElement | null): void {
  if (!dialog?.isConnected || dialog.open) {
    return;
  }
  const before = recent;
  dialog.showModal();
  const gone = new MutationObserver(() => {
    if (!dialog.isConnected) {
      gone.disconnect();
      giveBack(before);
    }
  });
  gone.observe(document.body, { childList: true, subtree: true });
}

/**
 * Takes the focus to the title of a page that was gone to, so that it is read out and Tab starts there; where the reader has gone
 * into the page meanwhile, the focus stays with the reader.
 */
export function focusTitle(): void {
  if (!document.getElementById('main')?.contains(document.activeElement)) {
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
}

/** Notes where the focus goes. */
export function startFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) {
      recent = [target, ...recent.filter((element) => element !== target)].slice(0, mostRecent);
    }
  });
}
