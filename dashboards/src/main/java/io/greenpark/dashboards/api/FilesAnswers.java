package io.greenpark.dashboards.api;

import io.greenpark.dashboards.auth.Caller;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.ReloadRequest;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the registry's files stand, and reading them now. */
final class FilesAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FilesAnswers.class);
    private static final String CONFIRM = "confirm";
    private static final String PERSON = "person";
    private static final int LONGEST_PERSON = 100;
    private static final int MOST_FAULTS = 200;
    private static final int MOST_DIFFERENCES = 1_000;

    private final RegistryFiles files;

    FilesAnswers(RegistryFiles files) {
        this.files = files;
    }

    JsonObject status(Question question) {
        question.allow();
        return json(files.status());
    }

    JsonObject reload(Question question) {
        question.allow();
        ReloadRequest request = request(question);
        String confirmed = request.confirmed();
        LOG.info(
                "{} has the registry's files read{}",
                request.who(),
                confirmed == null ? "" : " and confirms " + confirmed);
        Long before = files.status().lastTaken();
        FilesStatus status = files.reload(request);
        if (confirmed != null && status.state() == State.WAITING) {
            throw notConfirmed(confirmed, status);
        }
        Long change = Objects.equals(before, status.lastTaken()) ? null : status.lastTaken();
        return new JsonObject().put("change", change).put("files", json(status));
    }

    private static ReloadRequest request(Question question) {
        JsonObject body = question.body();
        for (String name : body.fieldNames()) {
            if (!name.equals(CONFIRM) && !name.equals(PERSON)) {
                throw Problem.badRequest(new Bilingual(
                        "请求正文：此处没有 \"" + name + "\"；可用的有：" + CONFIRM + ", " + PERSON,
                        "the body: \"" + name + "\" is unknown here; allowed: " + CONFIRM + ", " + PERSON));
            }
        }
        String confirmed = text(
                body,
                CONFIRM,
                RegistryFiles::isWaitingId,
                new Bilingual(
                        "待确认内容的编号（见 GET /api/v1/registry/files），或去掉该项",
                        "the id of what waits, which GET /api/v1/registry/files says, or leave it out"));
        String person = text(
                body,
                PERSON,
                FilesAnswers::isName,
                new Bilingual(
                        " 1 至 " + LONGEST_PERSON + " 个字符，不换行", "1 to " + LONGEST_PERSON + " characters on one line"));
        Caller caller = Objects.requireNonNull(question.who());
        boolean token = caller.method() == Caller.AuthMethod.TOKEN;
        if (person != null && !token) {
            throw Problem.badRequest(new Bilingual(
                    "\"" + PERSON + "\"：登录者已是 \"" + caller.name() + "\"；请去掉该项",
                    "\"" + PERSON + "\": a session is a person's already, \"" + caller.name() + "\"; leave it out"));
        }
        String who = ChangeRequest.nameOf(caller);
        return new ReloadRequest(who + (person == null ? "" : " (" + person.strip() + ")"), confirmed);
    }

    /** It stands in the log and in the books. */
    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_PERSON
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static @Nullable String text(JsonObject body, String name, Predicate<String> allowed, Bilingual words) {
        Object value = body.getValue(name);
        if (value == null || value instanceof String text && allowed.test(text)) {
            return (String) value;
        }
        throw Problem.badRequest(new Bilingual(
                "\"" + name + "\" 的值 \"" + value + "\" 不可用；请填写" + words.zh(),
                "\"" + name + "\": \"" + value + "\" is not allowed; give " + words.en()));
    }

    private static Problem notConfirmed(String confirmed, FilesStatus status) {
        String waiting = Objects.requireNonNull(status.waiting());
        String command = RegistryFiles.confirmCommand(waiting);
        return Problem.of(
                409,
                new Bilingual("未确认", "not confirmed"),
                new Bilingual(
                        "\"" + confirmed + "\" 不是文件现在的内容；没有采纳任何内容。现在待确认的是 \"" + waiting + "\"：文件中不再有在用的"
                                + gone(
                                        status,
                                        "、",
                                        (kind, gone, had) -> kind.named().zh() + " " + had + " 个中的 " + gone + " 个")
                                + "。如属有意，请确认：" + command + "；否则请改正文件",
                        "\"" + confirmed + "\" is not what the files say now; nothing was taken over. Waiting now is \""
                                + waiting + "\": the files no longer have "
                                + gone(status, ", ", (kind, gone, had) -> gone + " of " + counted(kind, had))
                                + " in use. If that is meant, confirm it: " + command + "; else mend the files"));
    }

    /** How many documents of a kind are gone, of how many that there were, in words. */
    private interface GoneWords {
        String of(DocumentKind kind, int gone, int had);
    }

    private static String gone(FilesStatus status, String between, GoneWords words) {
        return status.gone().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> words.of(e.getKey(), e.getValue(), status.had().getOrDefault(e.getKey(), 0)))
                .collect(Collectors.joining(between));
    }

    private JsonObject json(FilesStatus status) {
        List<Difference> differences = status.differences();
        return new JsonObject()
                .put("state", status.state().name())
                .put("since", Json.time(status.since(), Json.PLATFORM_ZONE))
                .put("faultCount", status.faults().size())
                .put(
                        "faults",
                        Json.array(status.faults().stream().limit(MOST_FAULTS).toList(), FilesAnswers::fault))
                .put("waiting", waiting(status.waiting()))
                .put("gone", gone(status))
                .put("differenceCount", differences.size())
                .put(
                        "differences",
                        Json.array(differences.stream().limit(MOST_DIFFERENCES).toList(), FilesAnswers::difference))
                .put("lastTaken", status.lastTaken());
    }

    private static String counted(DocumentKind kind, int n) {
        return n + " " + kind.noun() + (n == 1 ? "" : "s");
    }

    private static @Nullable JsonObject waiting(@Nullable String id) {
        return id == null ? null : new JsonObject().put("id", id).put("command", RegistryFiles.confirmCommand(id));
    }

    private static JsonObject fault(FileFault fault) {
        Bilingual words = fault.withheld().words();
        return new JsonObject()
                .put("place", fault.place())
                .put("key", fault.key())
                .put("message", words.en())
                .put("messageText", Json.name(words));
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
