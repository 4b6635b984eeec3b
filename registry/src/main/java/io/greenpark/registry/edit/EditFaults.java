package io.greenpark.registry.edit;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.document.References;
import io.greenpark.registry.rules.ContactRules;
import io.greenpark.registry.rules.IdentityRules;
import io.greenpark.registry.rules.RegistryRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands against edits: what they say cannot be read, lies outside of what their maker may change, or makes a registry that
 * does not hold together. One after the other, so that one fault does not look like many.
 *
 * @param current the registry in force
 * @param after the one that would come of them
 * @param closes whether months may be closed by them
 */
record EditFaults(List<EditedDocument> edits, EditScope scope, Registry current, Registry after, boolean closes) {

    /**
     * What stands against them, by document.
     *
     * @param documents the edited ones and what they need around them
     * @param problems found when those were read
     */
    Map<DocumentKey, List<DocumentFault>> of(Map<DocumentKey, PlacedDocument> documents, Problems problems) {
        List<DocumentFault> all = new ArrayList<>();
        Map<String, DocumentKey> byPlace = new HashMap<>();
        edits.forEach(e -> byPlace.put(e.key().toString(), e.key()));
        problems.list().forEach(p -> {
            DocumentKey key = byPlace.get(p.place());
            if (key != null) {
                all.add(new DocumentFault(key, p.key(), p.words()));
            }
        });
        if (all.isEmpty() && edits.stream().allMatch(e -> e.faults().isEmpty())) {
            all.addAll(scope.faults(edits, after));
        }
        if (all.isEmpty() && edits.stream().allMatch(e -> e.faults().isEmpty())) {
            all.addAll(RegistryRules.faults(after, current));
            documents.forEach((key, placed) -> addLostOwner(key, placed, after, all));
            edits.forEach(edit -> addContactFaults(edit, all));
            IdentityRules.check(current, after, (key, field, words) -> all.add(new DocumentFault(key, field, words)));
            ClosedMonths.check(edits, current, after, closes, all);
            if (!all.isEmpty()) {
                all.removeAll(new HashSet<>(RegistryRules.faults(current)));
            }
        }
        edits.forEach(e -> all.addAll(e.faults()));
        return all.stream().collect(Collectors.groupingBy(DocumentFault::key));
    }

    private static void addContactFaults(EditedDocument edit, List<DocumentFault> faults) {
        Document contact = edit.document();
        if (edit.key().kind() == DocumentKind.CONTACT && contact != null) {
            ContactRules.check(
                    contact.text("email"),
                    contact.text("webhook"),
                    contact.text("phone"),
                    contact.text("language"),
                    (field, words) -> faults.add(new DocumentFault(edit.key(), field, words)));
        }
    }

    /** Contacts are part of what they belong to, so the rules do not see one that belongs to nothing. */
    private static void addLostOwner(
            DocumentKey key, PlacedDocument placed, Registry after, List<DocumentFault> faults) {
        if (key.kind() != DocumentKind.CONTACT) {
            return;
        }
        for (DocumentKey owner : References.of(key, placed.document())) {
            boolean there =
                    switch (owner.kind()) {
                        case ENTERPRISE -> after.enterprise(owner.id()).isPresent();
                        case PARK -> after.park(owner.id()).isPresent();
                        default -> after.facts().districtId().equals(owner.id());
                    };
            if (!there) {
                faults.add(new DocumentFault(
                        key,
                        "subject",
                        new Bilingual(
                                "没有编号为“" + owner.id() + "”的"
                                        + owner.kind().named().zh() + "；请填写已登记的编号，或同时删除该联系人",
                                "there is no " + owner.kind().noun() + " \"" + owner.id() + "\"; give the id of one, or"
                                        + " remove the contact too")));
            }
        }
    }
}
