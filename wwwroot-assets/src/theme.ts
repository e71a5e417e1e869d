// Runs before the first paint: what was chosen before, else what the system prefers, else dark (the server's mark-up).
import { preferredTheme, readTheme, showTheme } from './themes';

showTheme(readTheme(document.cookie) ?? preferredTheme());
