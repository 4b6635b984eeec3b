// The library that draws: a part of its own, which pages without charts never load.
import { load } from './load.ts';

/** Where the library lies; the build, which bundles it by itself, says so. */
declare const ECHARTS_FILE: string;

type Library = typeof import('./echarts.ts');

let library: Promise<Library> | null = null;

/** The library; the first call begins to load it, so a page that will draw calls this before it has what to draw. */
export function drawing(): Promise<Library> {
  library ??= load(() => import(ECHARTS_FILE) as Promise<Library>);
  return library;
}
