/** The database file in DATA_DIR. SQLite itself lays two more beside it. */
export const FILE_NAME = 'nokori.db';

/** What the names of those end with. */
export const BESIDE = ['-wal', '-shm'] as const;
