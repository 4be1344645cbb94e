/** Something that happened `at` seconds after the recording's beginning. */
export interface Beat {
  at: number;
}

/** Where a recording is played: begun anew for each look back, and told every beat in its order. */
export interface Stage<B extends Beat> {
  /** Forgets all that was shown. */
  reset(): void;
  /** @returns when it can take more */
  show(beat: B): Promise<void> | void;
}

/** The beats of a recording from its beginning, as they are wanted. */
export type Beats<B extends Beat> = () => AsyncIterator<B>;

/**
 * The clock of a player. A look forward shows all beats up to there at once; a look back begins anew, since neither a terminal nor a
 * screen can be run backwards. No more of the recording is held than the beat that comes next.
 */
export class Playback<B extends Beat> {
  /** Told whenever the position or the state changed. */
  onchange: () => void = () => {};
  /** Told why the recording cannot be read. */
  onerror: (error: unknown) => void = () => {};

  readonly seconds: number;
  readonly #open: Beats<B>;
  readonly #stage: Stage<B>;
  readonly #now: () => number;
  #beats: AsyncIterator<B> | undefined;
  #next: B | undefined;
  #shown = 0;
  #position = 0;
  #begun = 0;
  #speed = 1;
  #playing = false;
  #run = 0;
  #last: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(
    seconds: number,
    open: Beats<B>,
    stage: Stage<B>,
    now: () => number = () => performance.now() / 1000,
  ) {
    this.seconds = seconds;
    this.#open = open;
    this.#stage = stage;
    this.#now = now;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Seconds of the recording that have been played. */
  get position(): number {
    const played = this.#playing ? (this.#now() - this.#begun) * this.#speed : 0;
    return Math.min(this.seconds, this.#position + played);
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#hold();
    this.#speed = Math.min(8, Math.max(0.5, speed));
    this.#wake();
  }

  play(): void {
    if (!this.#playing) {
      if (this.#position >= this.seconds) {
        this.#position = 0;
      }
      this.#begun = this.#now();
      this.#playing = true;
      this.#start();
    }
  }

  pause(): void {
    this.#hold();
    this.#playing = false;
    this.#run++;
    this.#wake();
    this.onchange();
  }

  /** Shows what was there at that second, and goes on from there if it plays. */
  seek(seconds: number): Promise<void> {
    this.#position = Math.min(this.seconds, Math.max(0, seconds));
    this.#begun = this.#now();
    return this.#start();
  }

  /** Lets go of the recording. */
  close(): void {
    this.pause();
    void this.#beats?.return?.();
    this.#beats = undefined;
  }

  #hold() {
    this.#position = this.position;
    this.#begun = this.#now();
  }

  /** One run at a time touches the stage: the next begins when the last has let go. */
  #start(): Promise<void> {
    const mine = ++this.#run;
    this.#wake();
    this.#last = this.#last
      .then(() => (mine === this.#run ? this.#go(mine) : undefined))
      .catch((error: unknown) => {
        this.#playing = false;
        this.onerror(error);
      });
    this.onchange();
    return this.#last;
  }

  async #go(mine: number) {
    if (!this.#beats || this.position < this.#shown) {
      await this.#beats?.return?.();
      this.#stage.reset();
      this.#beats = this.#open();
      this.#next = undefined;
      this.#shown = 0;
    }
    while (mine === this.#run) {
      this.#next ??= (await this.#beats.next()).value as B | undefined;
      // What came while the end was written down belongs to the last picture.
      const due = Math.min(this.seconds, this.#next?.at ?? this.seconds);
      if (due <= this.position) {
        if (!this.#next) {
          this.#finish(mine);
          return;
        }
        const beat = this.#next;
        this.#next = undefined;
        this.#shown = beat.at;
        await this.#stage.show(beat);
      } else if (!this.#playing) {
        return;
      } else {
        await this.#wait((due - this.position) / this.#speed);
      }
    }
  }

  #finish(mine: number) {
    if (mine === this.#run) {
      this.#position = this.seconds;
      this.#playing = false;
      this.onchange();
    }
  }

  #wait(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(seconds, 3600) * 1000);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
