/** A job that did not do its work. Its message is a code: BullMQ keeps it in Redis. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  readonly afterSeconds: number | undefined;

  constructor(code: string, afterSeconds?: number) {
    super(code);
    this.afterSeconds = afterSeconds;
  }
}
