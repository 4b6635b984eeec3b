package io.greenpark.registry.document;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a document refers to. */
public final class References {
    private References() {}

    /** The keys of the documents that one names. */
    public static List<DocumentKey> of(DocumentKey key, Document document) {
        List<DocumentKey> references = new ArrayList<>();
        switch (key.kind()) {
            case ENTERPRISE -> add(references, DocumentKind.PARK, document.text("park"));
            case OUTLET, STATISTIC, BILL -> add(references, DocumentKind.ENTERPRISE, document.text("enterprise"));
            case DEVICE -> {
                add(references, DocumentKind.ENTERPRISE, document.text("enterprise"));
                add(references, DocumentKind.GATEWAY, document.text("gateway"));
            }
            case POINT -> {
                add(references, DocumentKind.DEVICE, document.text("device"));
                add(references, DocumentKind.OUTLET, document.text("outlet"));
            }
            case CLOSING -> add(references, DocumentKind.PARK, document.text("park"));
            case LIMIT -> add(references, DocumentKind.POINT, document.text("point"));
            case CONTACT, TARGET -> subject(references, document.text("scope"), document.text("subject"));
            case DISTRICT, PARK, GATEWAY, COEFFICIENT_SET -> {
                // They stand by themselves.
            }
        }
        return references;
    }

    private static void subject(List<DocumentKey> references, @Nullable String scope, @Nullable String id) {
        if (scope != null) {
            add(references, DocumentKind.valueOf(scope.toUpperCase(Locale.ROOT)), id);
        }
    }

    private static void add(List<DocumentKey> references, DocumentKind kind, @Nullable String id) {
        if (id != null) {
            references.add(new DocumentKey(kind, id));
        }
    }
}
