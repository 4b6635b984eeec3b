// Descriptions of the API: what stands between backticks in them is code.
import type { VNodeChild } from 'vue';

export function coded(text: string | undefined): VNodeChild[] {
  return (text ?? '').split('`').map((part, i) => (i % 2 ? <code>{part}</code> : part));
}
