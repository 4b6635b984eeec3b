package io.greenpark.registry.edit;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What somebody may change who has a part of the district. To that one the rest is not there: a document of it cannot be changed, nor
 * referred to, nor can anything be moved there, and no answer tells it from what does not exist.
 */
final class EditScope {
    private final Reach reach;
    private final Predicate<DocumentKey> before;

    EditScope(Reach reach, Registry current) {
        this.reach = reach;
        this.before = reach.in(current);
    }

    /** Whether it is all there is. */
    boolean isWhole() {
        return reach == Reach.ALL;
    }

    boolean mayChange(DocumentKey key) {
        return before.test(key);
    }

    /** What the edits would do beyond the scope. */
    List<DocumentFault> faults(List<EditedDocument> edits, Registry after) {
        List<DocumentFault> faults = new ArrayList<>();
        if (reach == Reach.ALL) {
            return faults;
        }
        Predicate<DocumentKey> then = reach.in(after);
        for (EditedDocument edit : edits) {
            Document document = edit.document();
            if (document == null) {
                continue;
            }
            References.of(edit.key(), document).stream()
                    .filter(key -> !then.test(key))
                    .map(key -> new DocumentFault(
                            edit.key(),
                            "",
                            new Bilingual(
                                    "引用了 " + key + "，它不在该账号的管辖范围内；请填写范围内的编号",
                                    "refers to " + key
                                            + ", which is not in the part of the district that the account has;"
                                            + " give the id of one that is")))
                    .forEach(faults::add);
            if (faults.isEmpty() && !then.test(edit.key())) {
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
            boolean own = edits.stream().anyMatch(e -> e.key().equals(key)) || before.test(key);
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
