package io.greenpark.dashboards.api;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryEdits.Part;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.Withheld;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A mask that comes back in an edited document keeps what it stands for: nobody who edits what an answer showed overwrites
 * what it did not show.
 */
final class SentMasks {
    private final EditRequest asked;
    private final RegistryHistory history;
    private final Part seen;
    private final long newest;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<DocumentKey, List<DocumentFault>> faults = new HashMap<>();
    private boolean filledIn;

    private SentMasks(EditRequest asked, RegistryHistory history, Part seen) {
        this.seen = seen;
        this.asked = asked;
        this.history = history;
        this.newest = history.newest();
    }

    /** @param registry the whole one, of which the editor sees a part */
    static SentMasks of(EditRequest asked, RegistryHistory history, Registry registry) {
        SentMasks masks = new SentMasks(asked, history, asked.reach().in(registry));
        asked.edits().forEach(edit -> masks.edits.add(masks.without(edit)));
        return masks;
    }

    private Edit without(Edit edit) {
        String sent = edit.json();
        if (sent == null || !sent.contains(Withheld.MASK)) {
            return edit;
        }
        JsonObject document = new JsonObject(sent);
        Set<String> masked = Withheld.fields(edit.key().kind()).keySet().stream()
                .filter(field -> Withheld.MASK.equals(document.getValue(field)))
                .collect(Collectors.toSet());
        masked.forEach(field -> keep(edit, document, field));
        return new Edit(edit.key(), edit.verb(), document.toString(), masked);
    }

    private void keep(Edit edit, JsonObject document, String field) {
        Object kept = history.asOf(newest, edit.key())
                .filter(version -> seen.sees(version.key()))
                .map(Version::json)
                .map(json -> new JsonObject(json).getValue(field))
                .orElse(null);
        document.remove(field);
        if (kept == null) {
            faults.computeIfAbsent(edit.key(), key -> new ArrayList<>())
                    .add(new DocumentFault(
                            edit.key(),
                            field,
                            new Bilingual(
                                    "“" + Withheld.MASK + "”代表不予显示的值，而此处没有可保留的值；请填写该值，或不填此项",
                                    "\"" + Withheld.MASK
                                            + "\" stands for a value that is not shown, and there is none to"
                                            + " keep; give the value itself, or leave the field out")));
        } else if (edit.verb() == Verb.PUT) {
            document.put(field, kept);
            filledIn = true;
        }
    }

    /**
     * The request without masks. Where a value was filled in, nobody may have changed the document since; where there is
     * nothing to fill in, it only asks what would become of the other documents.
     */
    EditRequest request() {
        Long basedOn = asked.basedOn() == null && filledIn ? Long.valueOf(newest) : asked.basedOn();
        return asked.with(edits, basedOn, asked.dryRun() || !faults.isEmpty());
    }

    /** The result with the faults of masks. */
    EditResult applyTo(EditResult result) {
        if (faults.isEmpty()) {
            return result;
        }
        List<Fate> fates = result.fates().stream().map(this::refused).toList();
        return new EditResult(result.number(), false, fates, result.others(), result.review());
    }

    private Fate refused(Fate fate) {
        List<DocumentFault> own = faults.get(fate.key());
        if (own == null) {
            return fate;
        }
        List<DocumentFault> all = new ArrayList<>(own);
        all.addAll(fate.faults());
        Outcome outcome = fate.outcome() == Outcome.CONFLICT ? Outcome.CONFLICT : Outcome.REFUSED;
        return new Fate(fate.key(), outcome, new TreeSet<>(), all, fate.before(), null);
    }
}
