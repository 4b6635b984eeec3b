package io.greenpark.registry.edit;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents must be read together with edited ones, as one fact is made of several: an enterprise, park or district
 * with its contacts, the points of a park or enterprise whose zone changes with it, and those of a device that moves.
 */
final class Surroundings {
    private final RegistryStore store;
    private final Registry current;
    private final long newest;
    private final Map<DocumentKey, PlacedDocument> documents = new HashMap<>();

    Surroundings(RegistryStore store, Registry current, long newest) {
        this.store = store;
        this.current = current;
        this.newest = newest;
    }

    /** The edited documents as they are to be, and those that must be read with them. */
    Map<DocumentKey, PlacedDocument> of(List<EditedDocument> edits) {
        for (EditedDocument edit : edits) {
            switch (edit.key().kind()) {
                case CONTACT -> owner(edit);
                case DISTRICT, PARK, ENTERPRISE -> addWithContacts(edit.key());
                default -> {
                    // It is one fact.
                }
            }
            if (changesPoints(edit)) {
                addPoints(edit.key());
            }
        }
        for (EditedDocument edit : edits) {
            if (edit.document() == null) {
                documents.remove(edit.key());
            } else {
                documents.put(edit.key(), new PlacedDocument(edit.document(), edit.position()));
            }
        }
        return documents;
    }

    private void owner(EditedDocument contact) {
        if (contact.was() != null) {
            addOwner(contact.was());
        }
        if (contact.document() != null) {
            addOwner(new PlacedDocument(contact.document(), contact.position()));
        }
    }

    private void addOwner(PlacedDocument contact) {
        String scope = contact.document().text("scope");
        String id = contact.document().text("subject");
        DocumentKind kind = scope == null ? null : DocumentKind.ofCode(scope).orElse(null);
        if (id != null
                && (kind == DocumentKind.ENTERPRISE || kind == DocumentKind.PARK || kind == DocumentKind.DISTRICT)) {
            addWithContacts(new DocumentKey(kind, id));
        }
    }

    private void addWithContacts(DocumentKey owner) {
        store.placed(newest, owner).ifPresent(placed -> documents.put(owner, placed));
        String prefix = owner.kind().name().toLowerCase(Locale.ROOT) + ":" + owner.id() + ":";
        documents.putAll(store.placedWithPrefix(newest, DocumentKind.CONTACT, prefix));
    }

    private static boolean changesPoints(EditedDocument edit) {
        String field =
                switch (edit.key().kind()) {
                    case PARK -> "zone";
                    case ENTERPRISE -> "park";
                    case DEVICE -> "enterprise";
                    default -> null;
                };
        if (field == null || edit.was() == null || edit.document() == null) {
            return false;
        }
        @Nullable String after = edit.document().text(field);
        return after != null && !after.equals(edit.was().document().text(field));
    }

    private void addPoints(DocumentKey of) {
        documents.putAll(store.placed(
                newest,
                points(of).map(p -> new DocumentKey(DocumentKind.POINT, p.id())).toList()));
    }

    private Stream<Point> points(DocumentKey of) {
        return switch (of.kind()) {
            case PARK ->
                current.enterprisesOfPark(of.id()).stream().flatMap(e -> current.pointsOfEnterprise(e.id()).stream());
            case ENTERPRISE -> current.pointsOfEnterprise(of.id()).stream();
            default ->
                current.device(of.id()).stream()
                        .flatMap(d -> current.pointsOfEnterprise(d.enterpriseId()).stream())
                        .filter(p -> p.deviceId().equals(of.id()));
        };
    }
}
