package io.greenpark.registry.edit;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Part;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may change who has a part of the district. To that one the rest is not there: a document of it cannot be changed, nor
 * referred to, nor can anything be moved there, and no answer tells it from what does not exist.
 */
final class EditScope {
    private final Reach reach;
    private final Part before;

    EditScope(Reach reach, Registry current) {
        this.reach = reach;
        this.before = reach.in(current);
    }

    /** Whether it is all there is. */
    boolean isWhole() {
        return reach == Reach.ALL;
    }

    /** Whether a document is there for the editor, shared with others or not. */
    boolean sees(DocumentKey key) {
        return before.sees(key);
    }

    /**
     * What stands against a change of a document that others share: each field that it changes holds for all whom the document serves.
     * Not who they are, nor what they have, is told.
     *
     * @param fields names of the fields that change; none where it is removed
     */
    List<DocumentFault> shared(DocumentKey key, Set<String> fields) {
        if (before.mayChange(key)) {
            return List.of();
        }
        Set<String> touched = fields.isEmpty() ? Set.of("") : fields;
        return touched.stream()
                .map(field -> new DocumentFault(
                        key,
                        field,
                        new Bilingual(
                                "对" + key.kind().named().zh() + " \"" + key.id()
                                        + "\" 整体有效，而该账号的管辖范围未包含其全部；请保持原样，或由管辖其全部的账号办理",
                                "holds for all of " + key.kind().noun() + " \"" + key.id()
                                        + "\", which the account's part of the district does not cover; leave it as it is, or"
                                        + " ask somebody whose part does")))
                .toList();
    }

    /** What the edits would do beyond the scope. */
    List<DocumentFault> faults(List<EditedDocument> edits, Registry after) {
        List<DocumentFault> faults = new ArrayList<>();
        if (reach == Reach.ALL) {
            return faults;
        }
        Part then = reach.in(after);
        Set<DocumentKey> added = edits.stream()
                .filter(edit -> edit.was() == null)
                .map(EditedDocument::key)
                .collect(Collectors.toSet());
        for (EditedDocument edit : edits) {
            Document document = edit.document();
            if (document == null) {
                continue;
            }
            References.of(edit.key(), document).stream()
                    // A gateway is of whoever has a device behind it: that is not how a foreign one becomes one's own.
                    .filter(key -> !then.sees(key) || !before.sees(key) && !added.contains(key))
                    .map(key -> new DocumentFault(
                            edit.key(),
                            "",
                            new Bilingual(
                                    "引用了 " + key + "，它不在该账号的管辖范围内；请填写范围内的编号",
                                    "refers to " + key
                                            + ", which is not in the part of the district that the account has;"
                                            + " give the id of one that is")))
                    .forEach(faults::add);
            if (faults.isEmpty() && !then.sees(edit.key())) {
                faults.add(new DocumentFault(
                        edit.key(),
                        "",
                        new Bilingual(
                                "修改后将不在该账号的管辖范围内；请由管辖全区的账号办理",
                                "would not be in the part of the district that the account has; ask somebody who has the"
                                        + " whole district")));
            }
        }
        return faults;
    }

    /** Faults in documents that the editor does not see become one of the edits, which does not name them. */
    Map<DocumentKey, List<DocumentFault>> withoutForeign(
            Map<DocumentKey, List<DocumentFault>> faults, List<EditedDocument> edits) {
        if (reach == Reach.ALL || edits.isEmpty()) {
            return faults;
        }
        Map<DocumentKey, List<DocumentFault>> told = new HashMap<>();
        DocumentKey first = edits.get(0).key();
        faults.forEach((key, each) -> {
            boolean own = edits.stream().anyMatch(e -> e.key().equals(key)) || before.sees(key);
            if (own) {
                told.computeIfAbsent(key, k -> new ArrayList<>()).addAll(each);
            } else {
                told.computeIfAbsent(first, k -> new ArrayList<>())
                        .add(new DocumentFault(
                                first,
                                "",
                                new Bilingual(
                                        "在该账号管辖范围之外仍被使用；请由管辖全区的账号办理",
                                        "is needed beyond the part of the district that the account has; ask somebody who"
                                                + " has the whole district")));
            }
        });
        return told;
    }
}
