// Under which way of the navigation a page lies, where its address alone does not say: a point of an outlet lies under outlets.
import { ref } from 'vue';
import { route } from './route.ts';

const said = ref<{ path: string; way: string } | null>(null);

/** The page that is shown lies under a way. */
export function lieUnder(way: string): void {
  const { path } = route.value;
  if (said.value?.path !== path || said.value.way !== way) {
    said.value = { path, way };
  }
}

/** The way that the page that is shown lies under; null where it has said nothing. */
export function wayOfPage(): string | null {
  return said.value?.path === route.value.path ? said.value.way : null;
}
