// What the pages need in the browser: the theme switch, the UTC clock, the keys, the address, and sending files.
import { put, startAddress, stay } from './address';
import { startCircuit } from './circuit';
import { startClock } from './clock';
import { startCopy } from './copy';
import { focusIfLost, focusTitle, openDialog, startFocus } from './focus';
import { startImports } from './imports';
import { startKeys } from './keys';
import { startPrint } from './print';
import { keepPlace } from './scroll';
import { toggleTheme } from './themes';

document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-action="toggle-theme"]')) {
    toggleTheme();
  }
});

startPrint();
keepPlace();
startAddress();
startFocus();
startCircuit();
startClock();
startKeys();
startCopy();
startImports();

// What the server calls by name.
Object.assign(window, { neurotrade: { put, stay, focusTitle, focusIfLost, openDialog } });
