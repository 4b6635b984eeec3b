package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What files are attached to, as somebody sees it whose part of the district is a scope. */
final class AttachmentOwners {
    /** A file would tell of these what fields withhold: phones, and figures that may not be told of one enterprise. */
    private static final Set<DocumentKind> OWN_NOTHING =
            EnumSet.of(DocumentKind.CONTACT, DocumentKind.STATISTIC, DocumentKind.BILL, DocumentKind.CLOSING);

    private final RegistryHistory history;
    private final RegistrySource whole;
    private final Scope scope;

    AttachmentOwners(RegistryDocuments documents, Scope scope) {
        this.history = documents.history();
        this.whole = documents.whole();
        this.scope = scope;
    }

    /** The codes of the kinds of documents that files are attached to. */
    static String kinds() {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> !OWN_NOTHING.contains(kind))
                .map(DocumentKind::code)
                .collect(Collectors.joining(", "));
    }

    /** The owner of a kind and an id; refused as one that is not there, if it is none that the scope has. */
    DocumentOwner seen(String kind, String id) {
        DocumentKey key = key(kind, id);
        if (!shows(key)) {
            throw DocumentAnswers.unknown(key);
        }
        return owner(key);
    }

    /** The same, to attach something to: of what everybody sees, only who has the whole of the district may. */
    DocumentOwner changeable(String kind, String id) {
        DocumentKey key = key(kind, id);
        if (!shows(key) || !isInForce(key)) {
            throw DocumentAnswers.unknown(key);
        }
        requireChange(key);
        return owner(key);
    }

    /** Whether a document that has this owner is shown; what has one of a kind that is not known here is not. */
    boolean shows(DocumentOwner owner) {
        return DocumentKind.ofCode(owner.kind())
                .filter(kind -> shows(new DocumentKey(kind, owner.id())))
                .isPresent();
    }

    /** Refuses who sees an owner, and may not change what it has. */
    void requireChange(DocumentOwner owner) {
        requireChange(key(owner.kind(), owner.id()));
    }

    private void requireChange(DocumentKey key) {
        if (!scope.district() && !documents().mayChange(key)) {
            throw Problem.forbidden(
                    new Bilingual(
                            key.kind().named().zh() + " \"" + key.id() + "\" 为全区共用，您只能查看；请联系区级管理人员",
                            key
                                    + " belongs to the whole district, and you may only look at it; ask somebody who has all of it"));
        }
    }

    private static DocumentKey key(String kind, String id) {
        DocumentKind found = DocumentKind.ofCode(kind)
                .filter(k -> !OWN_NOTHING.contains(k))
                .orElseThrow(() -> Parameter.wrong("kind", kind, Parameter.oneOf(kinds())));
        return new DocumentKey(found, id);
    }

    private static DocumentOwner owner(DocumentKey key) {
        return new DocumentOwner(key.kind().code(), key.id());
    }

    /** What was removed keeps its files, for those who have the whole of the district. */
    private boolean shows(DocumentKey key) {
        return scope.district()
                ? !history.versions(key).isEmpty()
                // The books are asked about what is seen only: what is another's takes no longer than what there is
                // not.
                : documents().shows(key) && isInForce(key);
    }

    private boolean isInForce(DocumentKey key) {
        return history.asOf(history.newest(), key)
                .filter(version -> version.json() != null)
                .isPresent();
    }

    private DocumentScope documents() {
        return DocumentScope.of(scope, whole.current());
    }
}
