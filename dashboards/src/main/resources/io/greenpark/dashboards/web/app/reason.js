// Why a figure is missing or not judged. The accounts say it in English; the known sentences are told in both languages,
// any other is shown as it stands.
import { t, word } from '/app/text.js';

const KNOWN = [
  [/^the year before: (?<inner>.+)$/, 'reason.yearBefore'],
  [/^the base year: (?<inner>.+)$/, 'reason.baseYear'],
  [/^(?<enterprise>[\w.-]+), (?<month>\d{4}-\d{2}): (?<inner>.+)$/, 'reason.ofEnterprise'],
  [/^the value added of (?<enterprise>\S+) for (?<month>\S+) has not arrived$/, 'reason.noValueAdded'],
  [/^the value added is not positive$/, 'reason.valueAddedNotPositive'],
  [/^the period is not over$/, 'reason.notOver'],
  [/^metered for less than 90 % of the expected time$/, 'reason.incomplete'],
  [/^metering is less than (?<share>\S+) % complete$/, 'reason.lessComplete'],
  [/^no metered enterprise$/, 'reason.noMeteredEnterprise'],
  [/^no metering point at the accounting boundary in this period$/, 'reason.noMeter'],
  [/^no readings of (?<carrier>[\w-]+) in this period$/, 'reason.noReadingsOfCarrier'],
  [/^no readings from (?<points>.+)$/, 'reason.noReadingsFrom'],
  [/^no coefficient set of basis (?<basis>\w+) applies to this period$/, 'reason.noCoefficients'],
  [/^coefficient set "(?<set>[^"]+)" has no (?<what>.+) for "?(?<carrier>[\w-]+)"?$/, 'reason.noFactor'],
  [/^the base year used no energy$/, 'reason.baseUnused'],
  [/^the year before used no energy$/, 'reason.yearBeforeUnused'],
  [/^no valid samples$/, 'reason.noValidSamples'],
  [/^a statistic in it may only be shown, not held against an enterprise$/, 'reason.showOnly'],
];

/** The sentence in the reader's language; nothing for nothing. */
export function because(sentence) {
  if (!sentence) {
    return sentence;
  }
  for (const [pattern, key] of KNOWN) {
    const match = pattern.exec(sentence);
    if (match) {
      const parts = { ...match.groups };
      parts.inner = because(parts.inner);
      parts.carrier = parts.carrier && word('carrier', parts.carrier);
      parts.basis = parts.basis && word('basis', parts.basis);
      return t(key, parts);
    }
  }
  return sentence;
}
