/** Whether something is being dragged. New columns under a drag would make a chart jump: it counts a drag from where it began. */
export class Drag {
  private isOn = false;
  private release: (() => void) | null = null;

  constructor(private readonly element: HTMLElement) {
    element.addEventListener('pointerdown', this.begin);
    window.addEventListener('pointerup', this.finish);
    window.addEventListener('pointercancel', this.finish);
  }

  /** At once where nothing is dragged, else when it is let go. */
  ended(): Promise<void> {
    return this.isOn ? new Promise((go) => { this.release = go; }) : Promise.resolve();
  }

  readonly end = (): void => {
    this.element.removeEventListener('pointerdown', this.begin);
    window.removeEventListener('pointerup', this.finish);
    window.removeEventListener('pointercancel', this.finish);
  };

  private readonly begin = (): void => {
    this.isOn = true;
  };

  private readonly finish = (): void => {
    this.isOn = false;
    this.release?.();
    this.release = null;
  };
}
