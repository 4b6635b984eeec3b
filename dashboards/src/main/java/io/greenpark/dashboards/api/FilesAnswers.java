package io.greenpark.dashboards.api;

import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.Withheld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the registry's files stand, and reading them now. */
final class FilesAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FilesAnswers.class);
    private static final int MOST_FAULTS = 200;
    private static final int MOST_DIFFERENCES = 1_000;

    private final RegistryFiles files;
    private final ShownDocuments shown;

    FilesAnswers(RegistryFiles files, ShownDocuments shown) {
        this.files = files;
        this.shown = shown;
    }

    JsonObject status(Question question) {
        question.allow();
        return json(files.status());
    }

    JsonObject reload(Question question) {
        question.allow();
        boolean confirm = confirm(question.body());
        LOG.info("{} has the registry's files read{}", question.caller(), confirm ? ", whatever they take away" : "");
        Long before = files.status().lastTaken();
        FilesStatus status = files.reload(confirm);
        Long change = Objects.equals(before, status.lastTaken()) ? null : status.lastTaken();
        return new JsonObject().put("change", change).put("files", json(status));
    }

    private static boolean confirm(JsonObject body) {
        for (String name : body.fieldNames()) {
            if (!name.equals("confirm")) {
                throw Problem.badRequest("the body: \"" + name + "\" is unknown here; allowed: confirm");
            }
        }
        @Nullable Object confirm = body.getValue("confirm");
        if (confirm != null && !(confirm instanceof Boolean)) {
            throw Problem.badRequest("\"confirm\": \"" + confirm + "\" is not allowed; give true or false");
        }
        return Boolean.TRUE.equals(confirm);
    }

    private JsonObject json(FilesStatus status) {
        List<Difference> differences = shown.told(status.differences());
        return new JsonObject()
                .put("state", status.state().name())
                .put("since", Json.time(status.since(), Json.PLATFORM_ZONE))
                .put("faultCount", status.faults().size())
                .put(
                        "faults",
                        Json.array(status.faults().stream().limit(MOST_FAULTS).toList(), FilesAnswers::fault))
                .put("gone", gone(status))
                .put("differenceCount", differences.size())
                .put(
                        "differences",
                        Json.array(differences.stream().limit(MOST_DIFFERENCES).toList(), FilesAnswers::difference))
                .put("lastTaken", status.lastTaken());
    }

    private static JsonObject fault(FileFault fault) {
        return new JsonObject()
                .put("place", fault.place())
                .put("key", fault.key())
                .put("message", Withheld.withoutValue(fault.key(), fault.message()));
    }

    private static JsonArray gone(FilesStatus status) {
        JsonArray gone = new JsonArray();
        status.gone().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> gone.add(new JsonObject()
                        .put("kind", e.getKey().code())
                        .put("gone", e.getValue())
                        .put("had", status.had().get(e.getKey()))));
        return gone;
    }

    private static JsonObject difference(Difference difference) {
        return ChangeAnswers.keyJson(difference.key())
                .put("field", difference.field())
                .put("why", difference.why().name());
    }
}
