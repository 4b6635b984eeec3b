// People's own sheets on their way to the server: what they come to, what they mean, and their acceptance.
import type { FigureSheetPreview, KeptMapping, SheetMapping } from '#api';
import { post, put, query } from '../api.ts';
import { language, t } from '../text.ts';
import { CARRIERS } from '../document/fields.ts';
import { send } from './send.ts';

export type LaidOut = FigureSheetPreview['sheets'][number];
export type Row = FigureSheetPreview['rows'][number];

/** What a person says of a file that it does not say itself. */
export interface Given {
  mapping: string[];
  month: string;
  year: string;
}

export const ROLES = ['name', 'credit-code', 'account', 'id', 'month', 'unit', 'amount', 'total', 'ignored'] as const;

export const FIGURES: readonly string[] = ['value-added', 'output', ...CARRIERS.map((carrier) => `bill:${carrier}`)];

const MONEY = ['元', '千元', '万元', '百万元', '亿元'];
const UNITS: Record<string, readonly string[]> = {
  electricity: ['kWh', '万kWh', 'MWh', '亿kWh'],
  heat: ['MJ', 'GJ'],
  volume: ['m3', '万m3'],
  mass: ['kg', 't', '万t'],
};
const VOLUMES = [
  'natural-gas',
  'coke-oven-gas',
  'blast-furnace-gas',
  'biogas',
  'water',
  'compressed-air',
  'oxygen',
  'nitrogen',
];

/** The units that a figure may be in. */
export function unitsOf(figure: string | null | undefined): readonly string[] {
  if (!figure?.startsWith('bill:')) {
    return MONEY;
  }
  const carrier = figure.slice('bill:'.length);
  return carrier === 'electricity' || carrier === 'heat'
    ? UNITS[carrier]
    : UNITS[VOLUMES.includes(carrier) ? 'volume' : 'mass'];
}

const ENGLISH: Record<string, string> = {
  元: 'CNY',
  千元: '1,000 CNY',
  万元: '10,000 CNY',
  百万元: 'million CNY',
  亿元: '100 million CNY',
  万kWh: '10,000 kWh',
  亿kWh: '100 million kWh',
  万m3: '10,000 m³',
  万t: '10,000 t',
};

/** What people call a unit of a sheet. */
export function sheetUnit(code: string): string {
  return language.value === 'en' ? ENGLISH[code] ?? code : code.replace('m3', 'm³');
}

/** What people call a figure. */
export function figureWord(code: string): string {
  if (code === 'value-added' || code === 'output') {
    return t(`figures.of.${code}`);
  }
  return t('figures.of.bill', { carrier: t(`carrier.${code.slice('bill:'.length)}` as 'carrier.electricity') });
}

const asked = ({ mapping, month, year }: Given) => ({
  mapping: mapping.join(',') || null,
  month: month || null,
  year: year || null,
});

/** What would become of a file. */
export function previewFigures(file: File, given: Given): Promise<FigureSheetPreview> {
  return send(query('/figure-sheets/preview', asked(given)), file);
}

/** Takes a file over that was previewed. */
export function acceptFigures(file: File, given: Given, preview: FigureSheetPreview, reason: string) {
  return send<FigureSheetPreview>(
    query('/figure-sheets/accept', {
      ...asked(given),
      token: preview.token,
      asked: preview.asked.length,
      reason,
    }),
    file,
  );
}

/** Keeps what a header means, in the place of a mapping or as a new one. */
export function keepMapping(mapping: SheetMapping, of: KeptMapping | null): Promise<KeptMapping> {
  return of
    ? put<'/figure-sheets/mappings/{id}'>(`/figure-sheets/mappings/${of.id}`, { ...mapping, version: of.version })
    : post<'/figure-sheets/mappings'>('/figure-sheets/mappings', mapping);
}

/** Keeps which enterprises rows are about; null where one is none of the registry's. */
export function decideRows(of: KeptMapping, matches: { row: string; enterprise: string | null }[]) {
  return post<'/figure-sheets/mappings/{id}/matches'>(`/figure-sheets/mappings/${of.id}/matches`, {
    version: of.version,
    matches,
  });
}

/** The mapping that the guess of a header comes to. */
export function guessed(sheet: LaidOut): SheetMapping {
  const like = sheet.like?.mapping;
  return {
    name: like?.name ?? '',
    fingerprint: sheet.fingerprint,
    source: like?.source ?? '',
    status: like?.status ?? 'provisional',
    allowedUse: like?.allowedUse ?? 'show-own',
    columns: sheet.columns.map((column) => {
      const known = like?.columns.find((each) => each.heading === column.heading);
      return known ?? { heading: column.heading, ...column.guess } as SheetMapping['columns'][number];
    }),
  };
}
