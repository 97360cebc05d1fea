/** Hands what happens to whoever listens, in both languages. What was missed is read from the database. */
export class EventBus<Event> {
  readonly #listeners = new Set<(event: { id: Event; en: Event }) => void>();

  publish(event: { id: Event; en: Event }): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Returns the function that stops listening. */
  subscribe(listener: (event: { id: Event; en: Event }) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
