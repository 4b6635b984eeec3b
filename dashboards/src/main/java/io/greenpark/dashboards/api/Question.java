package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.AuditObject;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks: path and query parameters as sent; a wrong one is refused with its value and what is allowed. Holds
 * no reference to the connection, so it may go to a worker thread.
 *
 * @param path parameters of the path
 * @param query parameters of the query
 * @param content the body as sent; empty where there is none
 * @param contentType what it is said to be
 * @param ifMatch the header {@code If-Match}
 * @param file as what file the answer is wanted; null for JSON
 * @param language in which people read it
 * @param who who asks
 * @param scope the part of the district that is asked about; null where the operation is for anyone
 * @param address the path as sent, {@code /api/v1/enterprises/x}
 */
record Question(
        Map<String, String> path,
        Map<String, String> query,
        Buffer content,
        @Nullable String contentType,
        @Nullable String ifMatch,
        @Nullable TableFile file,
        Locale language,
        @Nullable Caller who,
        @Nullable Scope scope,
        String address) {
    private static final String SCOPE = "greenpark.scope";
    private static final String DIGITS = "-?[0-9]+";

    /** Reads a request whose body has been received. */
    static Question of(RoutingContext ctx) {
        Map<String, String> query = new HashMap<>();
        for (Map.Entry<String, String> each : ctx.queryParams()) {
            if (query.putIfAbsent(each.getKey(), each.getValue()) != null) {
                throw Parameter.twice(each.getKey());
            }
        }
        Buffer content = Bodies.of(ctx);
        return new Question(
                Map.copyOf(ctx.pathParams()),
                query,
                content == null ? Buffer.buffer() : content,
                ctx.request().getHeader(HttpHeaders.CONTENT_TYPE),
                ctx.request().getHeader(HttpHeaders.IF_MATCH),
                AcceptFields.file(ctx),
                AcceptFields.language(ctx.request(), Locale.CHINESE),
                Caller.of(ctx),
                ctx.get(SCOPE),
                ctx.normalizedPath());
    }

    /** {@code enterprise} of {@code /api/v1/enterprises/x}: a thing is called the same in both parts of the audit log. */
    private static String thing(String path) {
        String first = path.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
        return switch (first) {
            case "alerts" -> "case";
            case "session" -> "key";
            default -> first.endsWith("s") ? first.substring(0, first.length() - 1) : first;
        };
    }

    /** Notes the part of the district that a request is answered about. */
    static void cutTo(RoutingContext ctx, Scope scope) {
        ctx.put(SCOPE, scope);
    }

    /** The part of the district that whoever asks sees by this operation. */
    @Override
    public Scope scope() {
        if (scope == null) {
            throw Problem.signInFirst();
        }
        return scope;
    }

    /** The name of who asks; null if it is unknown. */
    @Nullable
    String caller() {
        return who == null ? null : who.name();
    }

    /** What of its own page somebody looks at by this, for the record of looks; empty where it is no such thing. */
    Optional<AuditObject> look() {
        // Somebody's own upload is nothing to look at; its every part would be counted. A mapping has no page of its
        // own.
        return Optional.ofNullable(path.get("id"))
                .filter(id -> !address.startsWith("/api/v1/uploads/") && !address.startsWith("/api/v1/figure-sheets/"))
                .map(id -> new AuditObject(thing(address), id));
    }

    /** Whoever asks. */
    Viewer viewer() {
        if (who == null) {
            throw Problem.signInFirst();
        }
        return who.viewer();
    }

    /** What is to be on record of what is asked for. */
    AuditDraft draft(AuditAction action) {
        Caller caller = Objects.requireNonNull(who);
        return AuditDraft.of(caller.name(), caller.origin(), action);
    }

    /** Whether whoever asks has one of some roles, wherever. */
    boolean isAny(Role... roles) {
        return who != null && Stream.of(roles).anyMatch(who.viewer()::is);
    }

    /** The JSON body; empty where there is none. */
    JsonObject body() {
        if (content.length() == 0) {
            return new JsonObject();
        }
        requireJson();
        JsonObject body;
        try {
            body = content.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw Problem.badRequest(new Bilingual(
                    "请求正文不是 JSON 对象；请发送 {\"name\": value}", "the body is not a JSON object; send {\"name\": value}"));
        }
        KeptText.require(body);
        return body;
    }

    /** Refuses a body that is not said to be JSON. */
    void requireJson() {
        if (contentType == null || !contentType.startsWith("application/json")) {
            throw Problem.of(
                    415,
                    new Bilingual("不是 JSON", "not JSON"),
                    new Bilingual(
                            "此处不接受内容类型 \"" + contentType + "\"；请发送 application/json",
                            "content type \"" + contentType + "\" is not taken here; send application/json"));
        }
    }

    /** A parameter of the path. */
    String id() {
        return path.getOrDefault("id", "");
    }

    /** A parameter that is true or false; false where it is left out. */
    boolean flag(String name) {
        return truth(name).orElse(false);
    }

    /** A parameter that is true or false. */
    Optional<Boolean> truth(String name) {
        return text(name).map(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw Parameter.wrong(name, text, new Bilingual(" true 或 false", "true or false"));
            }
            return text.equals("true");
        });
    }

    /** A parameter; one that is there and says nothing is refused, since it was meant to say something. */
    Optional<String> text(String name) {
        String text = query.get(name);
        if (text != null && text.isBlank()) {
            throw Parameter.empty(name);
        }
        return Optional.ofNullable(text);
    }

    /** Refuses all other parameters: a misspelt one must not go unnoticed. */
    void allow(String... names) {
        for (String name : query.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw Parameter.unknown(name, List.of(names));
            }
        }
    }

    LocalDate date(String name) {
        return Dates.day(name, required(name, Dates.DAY));
    }

    /** A local date; empty where it is left out. */
    Optional<LocalDate> day(String name) {
        return text(name).map(text -> Dates.day(name, text));
    }

    /** A month; empty where it is left out. */
    Optional<YearMonth> month(String name) {
        return text(name).map(text -> Dates.month(name, text));
    }

    /** A local date, a local date-time, or a date-time with offset; local ones in {@code zone}. */
    Instant instant(String name, ZoneId zone) {
        return Dates.instant(name, required(name, Dates.TIME), zone);
    }

    private String required(String name, Bilingual allowed) {
        return text(name).orElseThrow(() -> Parameter.missing(name, allowed));
    }

    int integer(String name, int defaultValue, int min, int max) {
        Optional<String> text = text(name);
        String numbers = min + ".." + max;
        Bilingual allowed = new Bilingual(" " + numbers + " 之间的整数", "a whole number " + numbers);
        return text.map(t -> Parameter.parse(name, t, allowed, v -> {
                    int n = Integer.parseInt(digits(v));
                    if (n < min || n > max) {
                        throw new NumberFormatException("out of range");
                    }
                    return n;
                }))
                .orElse(defaultValue);
    }

    /** A number of a change; {@code otherwise} where it is left out. */
    long number(String name, long otherwise) {
        return text(name)
                .map(t ->
                        Parameter.parse(name, t, new Bilingual("变更的编号，从 1 起", "the number of a change, from 1"), v -> {
                            long n = Long.parseLong(digits(v));
                            if (n < 1) {
                                throw new NumberFormatException("out of range");
                            }
                            return n;
                        }))
                .orElse(otherwise);
    }

    /** Java takes the digits of other scripts, and a plus sign, too. */
    private static String digits(String text) {
        if (!text.matches(DIGITS)) {
            throw new NumberFormatException("not in digits");
        }
        return text;
    }

    /** A period's length, one of {@code allowed}. */
    Optional<Step> step(Step... allowed) {
        List<Step> steps = List.of(allowed);
        return text("step").map(t -> Step.ofCode(t)
                .filter(steps::contains)
                .orElseThrow(() -> Parameter.wrong("step", t, choice(steps))));
    }

    private static Bilingual choice(List<Step> steps) {
        String all = steps.stream().map(Step::code).collect(Collectors.joining(", "));
        return new Bilingual(" " + all.replaceFirst(", (\\w+)$", " 或 $1"), all.replaceFirst(", (\\w+)$", " or $1"));
    }

    ElectricityBasis basis() {
        return choice("basis", ElectricityBasis.class).orElse(ElectricityBasis.EQUIVALENT);
    }

    /** A constant of an enum by its name in lower case with dashes. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).map(t -> constant(name, t, type));
    }

    /** One or several of them, with commas between. */
    <E extends Enum<E>> Optional<Set<E>> choices(String name, Class<E> type) {
        return text(name).map(t -> Arrays.stream(t.split(",", -1))
                .map(each -> constant(name, each, type))
                .collect(Collectors.toSet()));
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> EnumCode.of(e).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> Parameter.wrong(name, text, codes(type)));
    }

    private static <E extends Enum<E>> Bilingual codes(Class<E> type) {
        return Parameter.oneOf(
                Arrays.stream(type.getEnumConstants()).map(EnumCode::of).collect(Collectors.joining(", ")));
    }

    /** The one of some parameters that is given; empty for none, and refused where there are several. */
    Optional<String> oneOf(String... names) {
        List<String> given =
                Arrays.stream(names).filter(name -> text(name).isPresent()).toList();
        if (given.size() > 1) {
            throw Parameter.sideBySide(given);
        }
        return given.stream().findFirst();
    }
}
