import { showTheme, type Theme } from './themes';

const paintedMillis = 150;

/** Prints in the light theme, whatever is shown; what is marked `data-action="print"` prints. */
export function startPrint(): void {
  let shown: Theme | null = null;
  const begin = (): void => {
    shown ??= document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
    showTheme('light');
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', () => {
    showTheme(shown ?? 'dark');
    shown = null;
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-action="print"]')) {
      begin();
      // Charts take their colours and paint before the page is taken.
      window.setTimeout(() => window.print(), paintedMillis);
    }
  });
}

/** Puts a picture of a chart beside it for the printer, which has another width; the returned function ends it. */
export function onPrint(element: HTMLElement, picture: () => HTMLCanvasElement): () => void {
  let shot: HTMLCanvasElement | null = null;
  const clear = (): void => {
    shot?.remove();
    shot = null;
  };
  const take = (): void => {
    clear();
    shot = picture();
    shot.classList.add('print-shot');
    element.append(shot);
  };
  window.addEventListener('beforeprint', take);
  window.addEventListener('afterprint', clear);
  return () => {
    clear();
    window.removeEventListener('beforeprint', take);
    window.removeEventListener('afterprint', clear);
  };
}
