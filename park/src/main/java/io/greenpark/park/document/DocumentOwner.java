package io.greenpark.park.document;

import java.util.regex.Pattern;

/**
 * What a stored document belongs to: a photo to a point, a contract to an enterprise, a sheet to a report.
 *
 * @param kind what sort of thing, in lower case with dashes: {@code point}, {@code enterprise}
 * @param id its id among those of its kind
 */
public record DocumentOwner(String kind, String id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");

    public DocumentOwner {
        if (!KIND.matcher(kind).matches() || id.isBlank()) {
            throw new IllegalArgumentException("\"" + kind + "/" + id + "\" names no owner of documents");
        }
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
