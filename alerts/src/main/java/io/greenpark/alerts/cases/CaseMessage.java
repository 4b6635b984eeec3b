package io.greenpark.alerts.cases;

import io.greenpark.park.text.Bilingual;

/**
 * What a case says, in both languages.
 *
 * @param title one line
 * @param text who, what, the figure, the limit, since when, how sure
 */
public record CaseMessage(Bilingual title, Bilingual text) {}
