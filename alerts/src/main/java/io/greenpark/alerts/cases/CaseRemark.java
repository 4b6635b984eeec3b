package io.greenpark.alerts.cases;

import io.greenpark.park.text.Bilingual;

/**
 * What stands beside a case.
 *
 * @param code in a word for programs: {@code YY-2026-0001 OPEN}
 * @param text a sentence for people
 */
public record CaseRemark(String code, Bilingual text) {}
