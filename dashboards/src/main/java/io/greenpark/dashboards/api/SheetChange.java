package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Fate;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Withheld;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a spreadsheet comes to in the registry: what its sender sees there, the change that is asked for, and the record of it. */
final class SheetChange {
    private final RegistryEdits edits;
    private final RegistryHistory history;
    private final RegistrySource whole;
    private final ShownDocuments shown;
    private final Scope scope;
    private final AuditLog audit;

    SheetChange(RegistrySource registry, RegistryDocuments documents, Scope scope, AuditLog audit) {
        this.edits = documents.edits();
        this.history = documents.history();
        this.whole = documents.whole();
        this.shown = new ShownDocuments(registry, history);
        this.scope = scope;
        this.audit = audit;
    }

    /** The documents after a change as the sender sees them. */
    SheetDocuments documents(long change) {
        return new SheetDocuments(history, change, DocumentScope.of(scope, whole.current()), shown);
    }

    EditRequest request(
            Question question, String reason, List<Edit> edits, long change, boolean dryRun, boolean emergency) {
        Caller caller = Objects.requireNonNull(question.who());
        return new EditRequest(
                ChangeRequest.nameOf(caller),
                caller.viewer().account(),
                Source.SPREADSHEET,
                reason,
                edits,
                change,
                dryRun,
                emergency,
                DocumentScope.reach(scope));
    }

    EditResult submit(EditRequest asked) {
        SentMasks masks = SentMasks.of(asked, history, whole.current());
        return masks.applyTo(edits.submit(masks.request()));
    }

    /** Puts on record what came of it. */
    void record(Question question, String reason, EditResult result) {
        Long request = result.review().request();
        if (request != null) {
            audit.append(question.draft(AuditAction.REVIEW_REQUESTED)
                    .on("review", request.toString())
                    .because(reason));
        }
        if (result.applied()) {
            audit.append(question.draft(AuditAction.REGISTRY_CHANGED)
                    .on("registry-change", String.valueOf(result.number()))
                    .because(reason));
        }
    }

    /** The fates without what may not be told. */
    EditResult shown(EditRequest asked, EditResult result) {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < result.fates().size(); i++) {
            fates.add(shown(asked.edits().get(i), result.fates().get(i)));
        }
        return new EditResult(result.number(), result.applied(), fates, result.others(), result.review());
    }

    private Fate shown(Edit edit, Fate fate) {
        if (Withheld.fields(fate.key().kind()).isEmpty()) {
            return fate;
        }
        JsonObject both = shown.putBeforeAndAfter(new JsonObject(), fate.key(), fate.before(), fate.after());
        JsonObject before = both.getJsonObject("before");
        JsonObject after = both.getJsonObject("after");
        return new Fate(
                fate.key(),
                fate.outcome(),
                fate.fields(),
                fate.faults().stream().map(f -> shown.told(f, edit.json())).toList(),
                before == null ? null : before.encode(),
                after == null ? null : after.encode());
    }
}
