/**
 * <bulkhead-thumbnails> tells the server which of its tiles, children with a `data-id`, are in view: by the event `seen`, whose detail has
 * their ids, parted by blanks. While the tab is hidden, that is none.
 */
const PAUSE_MILLIS = 150;

class Thumbnails extends HTMLElement {
  #inView = new Set<Element>();
  #told: string | undefined;
  #timer: number | undefined;
  #view = new IntersectionObserver((changes) => this.#changed(changes));
  #tiles = new MutationObserver(() => this.#observe());
  #tell = () => this.#tellSoon();

  connectedCallback() {
    // The server has forgotten what a page saw that has been away.
    this.#told = undefined;
    this.#tiles.observe(this, { childList: true });
    document.addEventListener('visibilitychange', this.#tell);
    this.#observe();
  }

  disconnectedCallback() {
    this.#tiles.disconnect();
    this.#view.disconnect();
    this.#inView.clear();
    document.removeEventListener('visibilitychange', this.#tell);
    window.clearTimeout(this.#timer);
  }

  #observe() {
    for (const tile of this.#inView) {
      if (tile.parentNode !== this) {
        this.#view.unobserve(tile);
        this.#inView.delete(tile);
      }
    }
    for (const tile of this.children) {
      this.#view.observe(tile);
    }
    this.#tellSoon();
  }

  #changed(changes: IntersectionObserverEntry[]) {
    for (const change of changes) {
      if (change.isIntersecting) {
        this.#inView.add(change.target);
      } else {
        this.#inView.delete(change.target);
      }
    }
    this.#tellSoon();
  }

  /** Whoever scrolls past is not looking. */
  #tellSoon() {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const ids = document.hidden ? [] : [...this.#inView].map((tile) => (tile as HTMLElement).dataset.id ?? '');
      const seen = ids.sort().join(' ');
      if (seen !== this.#told) {
        this.#told = seen;
        this.dispatchEvent(new CustomEvent('seen', { detail: seen }));
      }
    }, PAUSE_MILLIS);
  }
}

customElements.define('bulkhead-thumbnails', Thumbnails);
