/** Names of the tables in IndexedDB. Everything in them about people is encrypted; see Vault. */
export const tables = ['meta', 'outbox', 'files', 'events', 'parts', 'drafts'] as const;
export type Table = (typeof tables)[number];

/** One change of a transaction. */
export type Change =
  | { put: Table; key: IDBValidKey; value: unknown }
  | { remove: Table; key: IDBValidKey | IDBKeyRange }
  | { clear: Table };

/** The phone's own database. A transaction is durable when its promise resolves. */
export class Store {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  static open(): Promise<Store> {
    const request = indexedDB.open('jangkau-field', 1);
    request.onupgradeneeded = () => {
      for (const table of tables) request.result.createObjectStore(table);
    };
    return settled(request).then((db) => {
      // Another tab deletes it: it must not be kept from doing so.
      db.onversionchange = () => db.close();
      return new Store(db);
    });
  }

  get<T>(table: Table, key: IDBValidKey): Promise<T | undefined> {
    return settled(this.#db.transaction(table).objectStore(table).get(key));
  }

  /** Keys and values in the order of their keys. */
  async all<T>(table: Table): Promise<[string, T][]> {
    const store = this.#db.transaction(table).objectStore(table);
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    return keys.map((key, i) => [String(key), values[i] as T]);
  }

  count(table: Table): Promise<number> {
    return settled(this.#db.transaction(table).objectStore(table).count());
  }

  /** Does all of it or nothing. */
  write(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve();
    // Without 'strict' a kill of the phone's battery could take back what was said to be saved.
    const transaction = this.#db.transaction([...tables], 'readwrite', { durability: 'strict' });
    for (const change of changes) {
      if ('put' in change) transaction.objectStore(change.put).put(change.value, change.key);
      else if ('remove' in change) transaction.objectStore(change.remove).delete(change.key);
      else transaction.objectStore(change.clear).clear();
    }
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error ?? new Error('the phone did not keep it'));
    });
  }

  close(): void {
    this.#db.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
