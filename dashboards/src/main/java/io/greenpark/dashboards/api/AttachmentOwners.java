package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.objection.form.Objection;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What files are attached to, as somebody sees it whose part of the district is a scope. */
final class AttachmentOwners {
    /** A file would tell of these what fields withhold: phones, and figures that may not be told of one enterprise. */
    private static final Set<DocumentKind> OWN_NOTHING =
            EnumSet.of(DocumentKind.CONTACT, DocumentKind.STATISTIC, DocumentKind.BILL, DocumentKind.CLOSING);

    /** Who sees objections, and with them what shows them to be right. */
    private static final Set<Role> SEE_OBJECTIONS =
            EnumSet.of(Role.OFFICER, Role.LEADER, Role.AUDITOR, Role.ENTERPRISE_CONTACT, Role.GRID_OFFICER);

    /** Those of them who send files. */
    private static final Set<Role> ADD_TO_OBJECTIONS =
            EnumSet.of(Role.OFFICER, Role.ENTERPRISE_CONTACT, Role.GRID_OFFICER);

    private final ObjectionDesk objections;
    private final RegistryHistory history;
    private final RegistrySource whole;
    private final Scope scope;

    AttachmentOwners(RegistryDocuments documents, ObjectionDesk objections, Scope scope) {
        this.objections = objections;
        this.history = documents.history();
        this.whole = documents.whole();
        this.scope = scope;
    }

    /** The codes of the kinds of what files are attached to. */
    static String kinds() {
        return Stream.concat(
                        Arrays.stream(DocumentKind.values())
                                .filter(kind -> !OWN_NOTHING.contains(kind))
                                .map(DocumentKind::code),
                        Stream.of(Objection.OWNER_KIND))
                .collect(Collectors.joining(", "));
    }

    /** The owner of a kind and an id; refused as one that is not there, if it is none that the scope has. */
    DocumentOwner seen(String kind, String id, Viewer viewer) {
        if (kind.equals(Objection.OWNER_KIND)) {
            return owner(objection(id, viewer, SEE_OBJECTIONS));
        }
        DocumentKey key = key(kind, id);
        if (!shows(key)) {
            throw DocumentAnswers.unknown(key);
        }
        return owner(key);
    }

    /** The same, to attach something to: of what everybody sees, only who has the whole of the district may. */
    DocumentOwner changeable(String kind, String id, Viewer viewer) {
        if (kind.equals(Objection.OWNER_KIND)) {
            Objection objection = objection(id, viewer, ADD_TO_OBJECTIONS);
            requireOpen(objection);
            return owner(objection);
        }
        DocumentKey key = key(kind, id);
        if (!shows(key) || !isInForce(key)) {
            throw DocumentAnswers.unknown(key);
        }
        requireChange(key);
        return owner(key);
    }

    /** Whether a document that has this owner is shown; what has one of a kind that is not known here is not. */
    boolean shows(DocumentOwner owner, Viewer viewer) {
        if (owner.kind().equals(Objection.OWNER_KIND)) {
            return objections
                    .find(owner.id())
                    .filter(objection -> shows(objection, viewer, SEE_OBJECTIONS))
                    .isPresent();
        }
        return DocumentKind.ofCode(owner.kind())
                .filter(kind -> shows(new DocumentKey(kind, owner.id())))
                .isPresent();
    }

    /** Refuses to remove a file from who sees its owner, and may not change what that has. */
    void requireRemovable(DocumentOwner owner) {
        if (owner.kind().equals(Objection.OWNER_KIND)) {
            throw Problem.forbidden(new Bilingual(
                    "材料是异议的一部分，不能移除；如有误，请另行补充材料",
                    "the file is part of the objection and stays; add another one where it is wrong"));
        }
        requireChange(key(owner.kind(), owner.id()));
    }

    private Objection objection(String number, Viewer viewer, Set<Role> roles) {
        return objections
                .find(number)
                .filter(objection -> shows(objection, viewer, roles))
                .orElseThrow(() -> ObjectionTexts.unknown(number));
    }

    /** Not by the part of whoever reads files: more roles do that than see objections. */
    private boolean shows(Objection objection, Viewer viewer, Set<Role> roles) {
        return viewer.scopeOf(roles)
                .filter(part -> part.has(Subject.enterprise(objection.enterpriseId()), whole.current()))
                .isPresent();
    }

    /** What was decided was decided by the files that were there. */
    private static void requireOpen(Objection objection) {
        if (!objection.isOpen()) {
            throw Problem.of(
                    409,
                    new Bilingual("已办结", "over already"),
                    new Bilingual(
                            "异议 " + objection.number() + " 已办结，材料不能再增减；如有新的材料，请另提异议",
                            "objection " + objection.number()
                                    + " is over and its files stay as they are; file another one with what is new"));
        }
    }

    private static DocumentOwner owner(Objection objection) {
        return new DocumentOwner(Objection.OWNER_KIND, objection.number());
    }

    private void requireChange(DocumentKey key) {
        DocumentScope documents = documents();
        if (scope.district() || documents.mayChange(key)) {
            return;
        }
        throw Problem.forbidden(
                documents.sees(key)
                        ? new Bilingual(
                                key.kind().named().zh() + " \"" + key.id() + "\" 不全在您的管辖范围内，您只能查看；请联系管辖其全部的人员",
                                key
                                        + " is not in your part of the district as a whole, and you may only look at it; ask somebody who has all of it")
                        : new Bilingual(
                                key.kind().named().zh() + " \"" + key.id() + "\" 为全区共用，您只能查看；请联系区级管理人员",
                                key
                                        + " belongs to the whole district, and you may only look at it; ask somebody who has all of it"));
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
