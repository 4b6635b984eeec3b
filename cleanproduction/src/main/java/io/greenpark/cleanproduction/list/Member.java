package io.greenpark.cleanproduction.list;

import io.greenpark.park.text.Bilingual;

/**
 * An enterprise on a list, as it was then.
 *
 * @param park the park it lay in
 */
public record Member(String enterprise, String park, Bilingual name) {}
