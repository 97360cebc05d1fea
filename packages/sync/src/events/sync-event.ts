/**
 * Something that happened, made once on a device or at the office and never changed. Events of one stream
 * tell the story of one thing.
 */
export interface SyncEvent<Body = unknown> {
  /** UUID version 7, made where the event was made: sending it twice says nothing new. */
  readonly id: string;
  /** What the event is about. */
  readonly stream: string;
  readonly kind: string;
  /** ISO instant by the maker's clock, put right by what the maker knew of its error. */
  readonly at: string;
  /** How many events of the stream the maker knew to be at the server. */
  readonly base: number;
  readonly body: Body;
}

/** An event as the server keeps it. */
export interface KeptEvent<Body = unknown> extends SyncEvent<Body> {
  /** Its place in the stream, from 1. */
  readonly version: number;
  /** User name of the maker. */
  readonly by: string;
  /** Id of the device it was made on; null for the office. */
  readonly device: string | null;
}
