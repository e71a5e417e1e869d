import type { Logical } from 'lightweight-charts';
import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import { token } from '../tokens';
import type { Loaded } from '../windows';
import { spansOf, type LevelKind, type Levels, type LevelSpan } from './levels';
import { Overlay } from './overlay';

const looks: Record<LevelKind, { color: string; dash: number[] }> = {
  stop: { color: 'loss-fill', dash: [] },
  trail: { color: 'loss-fill', dash: [] },
  target: { color: 'gain-fill', dash: [] },
  limit: { color: 'accent', dash: [4, 3] },
};

/** Stops, targets and resting entries as the steps in which they really moved. */
export class LevelLines extends Overlay {
  private spans: LevelSpan[] = [];

  constructor(private loaded: Loaded) {
    super('normal');
  }

  place(loaded: Loaded): void {
    this.loaded = loaded;
    this.redraw();
  }

  show(levels: Levels | null): void {
    this.spans = levels ? spansOf(levels) : [];
    this.redraw();
  }

  protected override draw(target: CanvasRenderingTarget2D): void {
    const { chart, series, loaded, spans } = this;
    if (!chart || !series || spans.length === 0) {
      return;
    }
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      const scale = chart.timeScale();
      const half = scale.options().barSpacing / 2;
      const edge = (row: number): number =>
        (scale.logicalToCoordinate(Math.floor((row - loaded.from) / loaded.stride) as Logical) ?? NaN) - half;
      let last: { span: LevelSpan; y: number } | null = null;
      for (const span of spans) {
        const [x0, x1, y] = [edge(span.from), Math.max(edge(span.from) + 1, edge(span.to)), series.priceToCoordinate(span.price)];
        if (y === null || Number.isNaN(x0) || x1 < 0 || x0 > mediaSize.width) {
          last = null;
          continue;
        }
        const { color, dash } = looks[span.kind];
        context.globalAlpha = span.acts ? 1 : 0.4;
        context.strokeStyle = token(color);
        context.lineWidth = 1.5;
        context.setLineDash(dash);
        context.beginPath();
        // A step joins the span before it.
        if (last && last.span.kind === span.kind && last.span.to === span.from) {
          context.moveTo(x0, last.y);
          context.lineTo(x0, y);
        } else {
          context.moveTo(x0, y);
        }
        context.lineTo(x1, y);
        context.stroke();
        last = { span, y };
      }
      context.globalAlpha = 1;
      context.setLineDash([]);
    });
  }
}
