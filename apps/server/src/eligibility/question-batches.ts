/** Questions in a batch: more make the first of them wait long for the last. */
const mostTogether = 64;

interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Answers questions in batches: a question that finds the way free goes at once, those that come while a batch
 * is on its way go together. One commit then records many, and nobody waits for a timer. With several batches
 * on their way each was smaller, and their commits waited for one another.
 */
export class QuestionBatches<Question, Answer> {
  readonly #answer: (questions: Question[]) => Promise<Answer[]>;
  #waiting: Waiting<Question, Answer>[] = [];
  #onTheWay = false;
  #leaving = false;

  /** `answer` gives one answer a question, in their order. */
  constructor(answer: (questions: Question[]) => Promise<Answer[]>) {
    this.#answer = answer;
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (this.#leaving) return;
      this.#leaving = true;
      // What arrived in the same turn of the event loop leaves together.
      setImmediate(() => {
        this.#leaving = false;
        this.#send();
      });
    });
  }

  #send(): void {
    if (this.#onTheWay || this.#waiting.length === 0) return;
    this.#onTheWay = true;
    const batch = this.#waiting.splice(0, mostTogether);
    this.#answer(batch.map(({ question }) => question))
      .finally(() => {
        this.#onTheWay = false;
        this.#send();
      })
      .then(
        // The next batch is sent before what comes of this one is worked out: the database is not kept waiting.
        (answers) =>
          setImmediate(() => {
            for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer);
          }),
        (error: unknown) => {
          for (const { reject } of batch) reject(error);
        },
      );
  }
}
