// What tests assert with. Deno's own library is at a registry that not every network reaches.

/** Fails unless two values are the same by `Object.is`. */
export function equal(actual: unknown, expected: unknown, what = ''): void {
  if (!Object.is(actual, expected)) {
    fail(actual, expected, what);
  }
}

/** Fails unless two values are alike: JSON tells everything that tests compare, with `undefined` told apart. */
export function same(actual: unknown, expected: unknown, what = ''): void {
  if (told(actual) !== told(expected)) {
    fail(actual, expected, what);
  }
}

export function ok(value: unknown, what = ''): void {
  if (!value) {
    throw new Error(`${what}: ${told(value)} is not so`);
  }
}

export function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `"${text}" matches ${pattern}`);
}

/** Fails unless a function throws an error with such a message. */
export function throws(act: () => unknown, message: RegExp): void {
  let thrown: unknown = null;
  try {
    act();
  } catch (cause) {
    thrown = cause;
  }
  ok(thrown instanceof Error, `throws ${message}`);
  match((thrown as Error).message, message);
}

/** The error that a promise is rejected with; fails where it is not. */
export async function rejected(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (cause) {
    return cause as Error;
  }
  throw new Error('the promise is not rejected');
}

function told(value: unknown): string {
  return JSON.stringify(value, (_, each) => (each === undefined ? '(undefined)' : each)) ?? '(undefined)';
}

function fail(actual: unknown, expected: unknown, what: string): never {
  throw new Error(`${what}: is ${told(actual)}, expected was ${told(expected)}`);
}
