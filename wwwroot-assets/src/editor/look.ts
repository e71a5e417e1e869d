import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Extension } from '@codemirror/state';

// Colours are tokens, so a change of theme needs no word here.
const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-key)' },
  { tag: tags.comment, color: 'var(--code-note)' },
  { tag: [tags.string, tags.content], color: 'var(--text)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--code-op)' },
]);

function marked(regexp: RegExp, className: string): Extension {
  const matcher = new MatchDecorator({ regexp, decoration: () => Decoration.mark({ class: className }) });
  return ViewPlugin.fromClass(class {
    found: DecorationSet;

    constructor(view: EditorView) {
      this.found = matcher.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.found = matcher.updateDeco(update, this.found);
    }
  }, { decorations: (plugin) => plugin.found });
}

/** How strategy text looks: keys, figures, parameters, notes. */
export const look: Extension = [
  syntaxHighlighting(highlight),
  marked(/\$[a-z_]\w*/gi, 'code-var'),
  marked(/(?<![\w.#])\d+(?:\.\d+)?(?:%| bps)?(?!\w)/g, 'code-num'),
  EditorView.theme({
    '&': { height: '100%', fontSize: '12.5px', backgroundColor: 'transparent', color: 'var(--text)' },
    '.cm-content': { caretColor: 'var(--accent)' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--accent-soft) !important' },
  }),
];
