import { polylines } from './line-data.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 44;
const HEIGHT = 16;
const ROOM = 1;

/** <bulkhead-line values="0a3-1"> draws a small line, as large as its styles say: a digit to the base of 36 is a height, a hyphen a gap. */
class BulkheadLine extends HTMLElement {
  static observedAttributes = ['values'];

  attributeChangedCallback(): void {
    const values = this.getAttribute('values') ?? '';
    if (values === '') {
      this.replaceChildren();
      return;
    }
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', `0 -${ROOM} ${WIDTH} ${HEIGHT + 2 * ROOM}`);
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.setAttribute('aria-hidden', 'true');
    for (const points of polylines(values, WIDTH, HEIGHT)) {
      const line = document.createElementNS(SVG, 'polyline');
      line.setAttribute('points', points);
      picture.append(line);
    }
    this.replaceChildren(picture);
  }
}

customElements.define('bulkhead-line', BulkheadLine);
