package io.greenpark.registry.document;

/**
 * A document and where it stands among those of its kind.
 *
 * @param position rises in the order of the files; documents of the same position stand by id
 */
public record PlacedDocument(Document document, long position) {
    /** Between two neighbours: room for twenty put in at one place, one after the other, before all are renumbered. */
    public static final long BETWEEN = 1L << 20;
}
