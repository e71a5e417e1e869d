// What the pages need in the browser: the theme switch, the UTC clock and the keys.
import { startClock } from './clock';
import { startCopy } from './copy';
import { startKeys } from './keys';
import { toggleTheme } from './themes';

document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-action="toggle-theme"]')) {
    toggleTheme();
  }
});

startClock();
startKeys();
startCopy();
