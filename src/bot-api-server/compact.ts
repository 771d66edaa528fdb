type Compacted<T> = {
	[K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out the undefined fields, since Telegram leaves a field out where it has nothing to say. */
export function compact<T extends object>(value: T): Compacted<T> {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Compacted<T>;
}
