// Loads parts of the console that are fetched when they are needed.

const RENEWED = 'greenpark-renewed';

/**
 * What a part exports. Where its file is gone because the server was upgraded under an open page, the page is loaded anew, once for
 * each version.
 */
export async function load<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (cause) {
    if (await replaced(import.meta.url)) {
      location.reload();
      return new Promise(() => {});
    }
    throw cause;
  }
}

/** Whether the server now has a version that does not name the file of this module, for which the page was not loaded anew yet. */
export async function replaced(module: string): Promise<boolean> {
  const own = new URL(module).pathname;
  if (sessionStorage.getItem(RENEWED) === own || (await start()).includes(own)) {
    return false;
  }
  sessionStorage.setItem(RENEWED, own);
  return true;
}

/** The page as the server has it now; where it does not answer, nothing is known to be replaced, and the failure is the fetch's. */
async function start(): Promise<string> {
  const answer = await fetch('/', { cache: 'no-store' });
  if (!answer.ok) {
    throw new Error(`/: ${answer.status}`);
  }
  return answer.text();
}
