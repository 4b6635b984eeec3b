// What the documents of the registry say, kind by kind: by this forms are drawn and documents shown. The server judges what is entered.

/** How a field is entered and shown. */
export type FieldType =
  | 'text'
  | 'decimal'
  | 'whole'
  | 'flag'
  | 'code'
  | 'date'
  | 'month'
  /** An instant, entered in the zone of the park. */
  | 'time'
  /** `30s`, `15m`, `1h`, `1d`. */
  | 'duration'
  /** The id of another document. */
  | 'id'
  /** A value that answers withhold. */
  | 'secret';

export interface Field {
  /** Where it stands in the document, with dots between levels. */
  path: string;
  type: FieldType;
  /** Codes to choose from, of `code`; words of them are `prefix.CODE` or `prefix.code`. */
  codes?: readonly string[];
  /** Whose words the codes have. */
  words?: string;
  required?: boolean;
  /** What kind of document an `id` names. */
  of?: string;
  unit?: string;
  /** What a new document has. */
  usual?: string | number | boolean;
}

/** Fields that are there once for each day, time, carrier or quantity. */
export interface Group {
  path: string;
  by: 'date' | 'time' | 'carrier' | 'quantity' | 'account' | 'year';
  /** Of each; a single one with an empty path is the value itself. */
  fields: readonly Field[];
}

export interface Kind {
  code: string;
  fields: readonly Field[];
  groups: readonly Group[];
  /** Whether its id follows from its fields; null where a person chooses it. */
  idOf: ((document: Record<string, unknown>) => string) | null;
  /** Whether one can be added and removed. */
  fixed?: boolean;
}

export const UNITS = [
  'kWh',
  'MWh',
  'Wh',
  'm3',
  'Nm3',
  'L',
  'GJ',
  'MJ',
  'kJ',
  't',
  'kg',
  'g',
  'kW',
  'W',
  'MW',
  'm3/s',
  'L/s',
  'mg/L',
  'ug/L',
  'mg/m3',
  'ug/m3',
  'Cel',
  'kPa',
  'm/s',
  'uS/cm',
  '%',
  'pH',
  '1',
] as const;

export const CARRIERS = [
  'electricity',
  'heat',
  'steam',
  'natural-gas',
  'coke-oven-gas',
  'blast-furnace-gas',
  'biogas',
  'raw-coal',
  'washed-coal',
  'coke',
  'fuel-oil',
  'gasoline',
  'diesel',
  'lpg',
  'lng',
  'methanol',
  'water',
  'compressed-air',
  'oxygen',
  'nitrogen',
] as const;

const NAME: readonly Field[] = [
  { path: 'name.zh', type: 'text', required: true },
  { path: 'name.en', type: 'text', required: true },
];

const BASIS: Field = {
  path: 'basis',
  type: 'code',
  codes: ['equivalent', 'equal-value'],
  words: 'basis',
  usual: 'equivalent',
};

const SUBJECT: readonly Field[] = [
  { path: 'scope', type: 'code', codes: ['enterprise', 'park', 'district'], words: 'registry.kind', required: true },
  { path: 'subject', type: 'id', of: 'subject', required: true },
];

const SOURCE: readonly Field[] = [
  { path: 'source', type: 'text', required: true },
  { path: 'sourceZh', type: 'text' },
];

const FACTS: readonly Field[] = [
  { path: 'kind', type: 'code', codes: ['register', 'interval', 'gauge', 'state'], words: 'pointKind', required: true },
  { path: 'unit', type: 'code', codes: UNITS, required: true },
  { path: 'ratio', type: 'decimal' },
  { path: 'ratioApplied', type: 'flag' },
  { path: 'carrier', type: 'code', codes: CARRIERS, words: 'carrier' },
  { path: 'factor', type: 'code', codes: ['1', '0', '-1'], words: 'counting' },
  { path: 'direction', type: 'code', codes: ['import', 'export', 'net'], words: 'direction' },
  { path: 'expectedInterval', type: 'duration', required: true },
  { path: 'period', type: 'duration' },
  { path: 'stamp', type: 'code', codes: ['end', 'start'], words: 'stamp' },
  { path: 'stampTolerance', type: 'duration' },
  { path: 'registerRange', type: 'decimal' },
  { path: 'maxPerHour', type: 'decimal' },
  { path: 'min', type: 'decimal' },
  { path: 'max', type: 'decimal' },
];

/** The text of a document's field. */
function text(document: Record<string, unknown>, field: string): string {
  return String(document[field] ?? '');
}

/** How sure figures are that somebody else says, and who that is. */
const SAID: readonly Field[] = [
  {
    path: 'status',
    type: 'code',
    codes: ['provisional', 'estimated', 'final'],
    words: 'status',
    required: true,
    usual: 'provisional',
  },
  { path: 'source', type: 'text', required: true },
];

/** To whom such figures may be told. */
const ALLOWED_USE: Field = {
  path: 'allowedUse',
  type: 'code',
  codes: ['judge', 'show-own', 'aggregate-only'],
  words: 'allowedUse',
};

export const KINDS: readonly Kind[] = [
  {
    code: 'enterprise',
    fields: [
      ...NAME,
      { path: 'park', type: 'id', of: 'park', required: true },
      { path: 'industry', type: 'text', words: 'industry', required: true },
      { path: 'aboveScale', type: 'flag' },
      { path: 'polluting', type: 'flag' },
      { path: 'keyDischarger', type: 'flag' },
      { path: 'creditCode', type: 'text' },
      { path: 'legalPerson', type: 'text' },
      { path: 'address', type: 'text' },
      { path: 'permit.number', type: 'text' },
      { path: 'permit.validFrom', type: 'date' },
      { path: 'permit.validTo', type: 'date' },
      { path: 'landMu', type: 'decimal', unit: 'mu' },
      { path: 'approvedEnergyTce', type: 'decimal', unit: 'tce' },
    ],
    groups: [
      {
        path: 'operation',
        by: 'date',
        fields: [
          {
            path: 'state',
            type: 'code',
            codes: ['in-operation', 'stopped', 'closed', 'moved'],
            words: 'operating',
            required: true,
          },
          { path: 'document', type: 'text' },
        ],
      },
      { path: 'formerNames', by: 'date', fields: [{ path: '', type: 'text', required: true }] },
      {
        path: 'accounts',
        by: 'account',
        fields: [
          { path: 'carrier', type: 'code', codes: CARRIERS, words: 'carrier', required: true },
          { path: 'share', type: 'decimal' },
        ],
      },
      {
        path: 'performanceClasses',
        by: 'year',
        fields: [{ path: '', type: 'code', codes: ['A', 'B', 'C', 'D'], required: true }],
      },
      {
        path: 'approvedDischargeT',
        by: 'quantity',
        fields: [{ path: '', type: 'decimal', required: true, unit: 't' }],
      },
    ],
    idOf: null,
  },
  {
    code: 'contact',
    fields: [
      ...SUBJECT,
      { path: 'name', type: 'text', required: true },
      { path: 'email', type: 'text' },
      { path: 'phone', type: 'secret' },
      { path: 'webhook', type: 'secret' },
      { path: 'language', type: 'code', codes: ['zh', 'en'], words: 'language', usual: 'zh' },
    ],
    groups: [],
    idOf: (it) => `${text(it, 'scope')}:${text(it, 'subject')}:${text(it, 'name')}`,
  },
  {
    code: 'outlet',
    fields: [
      ...NAME,
      { path: 'enterprise', type: 'id', of: 'enterprise', required: true },
      { path: 'medium', type: 'code', codes: ['stack', 'water'], words: 'medium', required: true },
      { path: 'standing', type: 'code', codes: ['clue', 'evidence'], words: 'standing', usual: 'clue' },
      { path: 'code', type: 'text' },
      { path: 'permit', type: 'text' },
    ],
    groups: [],
    idOf: null,
  },
  {
    code: 'limit',
    fields: [
      { path: 'point', type: 'id', of: 'point', required: true },
      { path: 'averaging', type: 'code', codes: ['hour', 'day'], words: 'averaging', required: true },
      { path: 'upper', type: 'decimal' },
      { path: 'lower', type: 'decimal' },
      { path: 'unit', type: 'code', codes: UNITS, required: true },
      { path: 'warnFraction', type: 'decimal' },
      { path: 'validFrom', type: 'time', required: true },
      { path: 'validTo', type: 'time' },
      ...SOURCE,
      { path: 'standard', type: 'text' },
      { path: 'clause', type: 'text' },
      { path: 'clauseZh', type: 'text' },
      { path: 'concentration', type: 'code', codes: ['measured', 'converted'], words: 'concentration' },
      { path: 'referenceOxygenPercent', type: 'decimal', unit: '%' },
      { path: 'gas', type: 'code', codes: ['dry', 'wet'], words: 'gas' },
      { path: 'confirmed', type: 'flag' },
    ],
    groups: [],
    idOf: null,
  },
  {
    code: 'target',
    fields: [
      ...SUBJECT,
      { path: 'yearlyChangePercent', type: 'decimal', unit: '%', required: true },
      { path: 'baseYear', type: 'whole', required: true },
      { path: 'fromYear', type: 'whole', required: true },
      { path: 'toYear', type: 'whole', required: true },
      BASIS,
      ...SOURCE,
    ],
    groups: [],
    idOf: null,
  },
  {
    code: 'statistic',
    fields: [
      { path: 'enterprise', type: 'id', of: 'enterprise', required: true },
      { path: 'month', type: 'month', required: true },
      { path: 'ivaCny', type: 'decimal', unit: 'CNY' },
      { path: 'outputCny', type: 'decimal', unit: 'CNY' },
      ...SAID,
      { ...ALLOWED_USE, usual: 'judge' },
    ],
    groups: [],
    idOf: (it) => `${text(it, 'enterprise')}:${text(it, 'month')}`,
  },
  {
    code: 'bill',
    fields: [
      { path: 'enterprise', type: 'id', of: 'enterprise', required: true },
      { path: 'month', type: 'month', required: true },
      { path: 'carrier', type: 'code', codes: CARRIERS, words: 'carrier', required: true },
      { path: 'amount', type: 'decimal', required: true },
      { path: 'unit', type: 'code', codes: UNITS, required: true, usual: 'kWh' },
      { path: 'accounts', type: 'text' },
      ...SAID,
      { ...ALLOWED_USE, required: true, usual: 'show-own' },
    ],
    groups: [],
    idOf: (it) => `${text(it, 'enterprise')}:${text(it, 'month')}:${text(it, 'carrier')}`,
  },
  {
    code: 'coefficient-set',
    fields: [
      { path: 'validFrom', type: 'date', required: true },
      { path: 'validTo', type: 'date' },
      { ...BASIS, required: true },
    ],
    groups: [{
      path: 'coefficients',
      by: 'carrier',
      fields: [
        { path: 'kgcePerUnit', type: 'decimal' },
        { path: 'co2KgPerUnit', type: 'decimal' },
        { path: 'countsInComprehensiveEnergy', type: 'flag', usual: true },
        ...SOURCE,
        { path: 'confirmed', type: 'flag' },
      ],
    }],
    idOf: null,
  },
  {
    code: 'device',
    fields: [
      ...NAME,
      { path: 'enterprise', type: 'id', of: 'enterprise', required: true },
      { path: 'gateway', type: 'id', of: 'gateway' },
      { path: 'sentAs', type: 'text' },
      { path: 'silenceAfter', type: 'duration', required: true, usual: '1h' },
    ],
    groups: [{
      path: 'acceptance',
      by: 'time',
      fields: [
        { path: 'state', type: 'code', codes: ['pending', 'accepted'], words: 'acceptance.stage', required: true },
        { path: 'sheet', type: 'whole' },
      ],
    }],
    idOf: null,
  },
  {
    code: 'point',
    fields: [
      ...NAME,
      { path: 'device', type: 'id', of: 'device', required: true },
      { path: 'key', type: 'text', required: true },
      { path: 'outlet', type: 'id', of: 'outlet' },
      { path: 'quantity', type: 'text', words: 'quantity', required: true },
      { path: 'endedAt', type: 'time' },
    ],
    groups: [
      { path: 'facts', by: 'time', fields: FACTS },
      {
        path: 'replacements',
        by: 'time',
        fields: [
          { path: 'oldEnd', type: 'decimal', required: true },
          { path: 'newStart', type: 'decimal', required: true },
        ],
      },
    ],
    idOf: null,
  },
  { code: 'gateway', fields: NAME, groups: [], idOf: null },
  {
    code: 'park',
    fields: [...NAME, { path: 'zone', type: 'text', required: true, usual: 'Asia/Shanghai' }],
    groups: [],
    idOf: null,
  },
  { code: 'district', fields: NAME, groups: [], idOf: null, fixed: true },
];

/** The kind of a code; the first one where there is none of it. */
export function kindOf(code: string): Kind {
  return KINDS.find((each) => each.code === code) ?? KINDS[0];
}
