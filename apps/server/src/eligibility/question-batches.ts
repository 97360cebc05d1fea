/** Batches on their way at once; more questions wait for the next. */
const mostOnTheWay = 3;
/** Questions in a batch: more make the first of them wait long for the last. */
const mostTogether = 64;

interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Answers questions in batches: a question that finds the way free goes at once, those that come while
 * batches are on their way go together. One commit then records many, and nobody waits for a timer.
 */
export class QuestionBatches<Question, Answer> {
  readonly #answer: (questions: Question[]) => Promise<Answer[]>;
  #waiting: Waiting<Question, Answer>[] = [];
  #onTheWay = 0;
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
    while (this.#onTheWay < mostOnTheWay && this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostTogether);
      this.#onTheWay++;
      this.#answer(batch.map(({ question }) => question))
        .then(
          (answers) => {
            for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer);
          },
          (error: unknown) => {
            for (const { reject } of batch) reject(error);
          },
        )
        .finally(() => {
          this.#onTheWay--;
          this.#send();
        });
    }
  }
}
