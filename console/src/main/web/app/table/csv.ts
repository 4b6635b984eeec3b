// Tables as text: for the clipboard, with tabs, and as files for spreadsheets, with commas.

/** For the clipboard: what spreadsheets paste into cells. */
export function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((field) => harmless(field.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n');
}

/** A file that spreadsheets read as UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((field) => quoted(harmless(field))).join(',')).join('\r\n')}\r\n`;
}

/** Spreadsheets compute what begins like a formula: that may have come from a device or a person. Numbers are none. */
function harmless(field: string): string {
  return /^[=+\-@\t\r]/.test(field) && !/^[+-]?\d[\d,]*(\.\d+)?( ?%)?$/.test(field) ? `'${field}` : field;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field;
}
