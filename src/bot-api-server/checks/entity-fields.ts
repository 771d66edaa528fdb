import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';

/** A number of 32 bits, or a string of one (JsonBuilder.cpp, get_required_int_field). */
export function integerField(entry: JsonObject, name: string): number {
	const value = requiredField(entry, name);
	if (typeof value !== 'number' && typeof value !== 'string') {
		throw refusal(`Field "${name}" must be a Number`);
	}
	if (!/^-?\d+$/.test(String(value)) || !Number.isSafeInteger(Number(value))) {
		throw refusal(`Field "${name}" must be a valid Number`);
	}
	return Number(value);
}

/** A string or the digits of a number (get_required_string_field). */
export function stringField(entry: JsonObject, name: string): string {
	const value = requiredField(entry, name);
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw refusal(`Field "${name}" must be of type String`);
	}
	return String(value);
}

/** As `stringField`; '' where the field is missing. */
export function optionalField(entry: JsonObject, name: string): string {
	return entry[name] === undefined ? '' : stringField(entry, name);
}

export function objectField(entry: JsonObject, name: string): JsonObject {
	const value = requiredField(entry, name);
	if (!isObject(value)) {
		throw refusal(`Field "${name}" must be of type Object`);
	}
	return value;
}

function requiredField(entry: JsonObject, name: string): unknown {
	if (entry[name] === undefined) {
		throw refusal(`Can't find field "${name}"`);
	}
	return entry[name];
}

function refusal(reason: string): Error {
	return badRequest(`can't parse MessageEntity: ${reason}`);
}
