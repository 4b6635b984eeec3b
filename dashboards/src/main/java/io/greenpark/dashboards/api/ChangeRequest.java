package io.greenpark.dashboards.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.DocumentScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the request for a change of the registry; what it says of documents is judged elsewhere. */
final class ChangeRequest {
    static final int MAX_EDITS = 10_000;
    static final int MAX_BODY_BYTES = 20 * 1024 * 1024;

    /** The name of who uses the installation's own token, whatever the key of it is called. */
    private static final String WHO = "api";

    private static final String OWN_TOKEN = "api-token";

    private static final int MAX_REASON = 2_000;
    private static final int MAX_ID = 500;

    /** A longer one is no number that anybody meant, and writing 1e999999999 out would take gigabytes. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,18})\"?");
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    private ChangeRequest() {}

    /**
     * The request of a question.
     *
     * @param newest number of the newest change
     */
    static EditRequest of(Question question, long newest) {
        ObjectNode body = body(question);
        allow(body, new Bilingual("请求正文", "the body"), "reason", "edits", "emergency");
        EditRequest request =
                by(question, reason(body), edits(body), basedOn(question, newest), flag(body, "emergency"));
        KeptText.require(body);
        return request;
    }

    static ObjectNode body(Question question) {
        question.requireJson();
        try {
            JsonNode body = JSON.readTree(question.content().getBytes());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            Bilingual where = where(e);
            throw Problem.badRequest(new Bilingual(
                    "请求正文不是 JSON" + where.zh() + "：" + e.getOriginalMessage() + "；请改正后再发送",
                    "the body is not JSON: " + e.getOriginalMessage() + where.en()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
        throw Problem.badRequest(new Bilingual(
                "请求正文不是 JSON 对象；请发送 {\"reason\": \"原因\", \"edits\": [...]}",
                "the body is not a JSON object; send {\"reason\": \"why\", \"edits\": [...]}"));
    }

    private static Bilingual where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null
                ? Bilingual.same("")
                : new Bilingual(
                        "，第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列",
                        ", line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /** Edits by whoever asks, as a dry run where that is asked for. */
    static EditRequest by(
            Question question, String reason, List<Edit> edits, @Nullable Long basedOn, boolean emergency) {
        Caller caller = Objects.requireNonNull(question.who());
        return new EditRequest(
                nameOf(caller),
                caller.viewer().account(),
                caller.method() == Caller.AuthMethod.TOKEN ? Source.API : Source.CONSOLE,
                reason,
                edits,
                basedOn,
                question.flag("dryRun"),
                emergency,
                DocumentScope.reach(question.scope()));
    }

    /** What changes of somebody are recorded under. */
    static String nameOf(Caller caller) {
        return caller.method() == Caller.AuthMethod.TOKEN && caller.name().equals(OWN_TOKEN) ? WHO : caller.name();
    }

    static boolean flag(ObjectNode body, String name) {
        JsonNode flag = body.get(name);
        if (flag != null && !flag.isBoolean()) {
            throw Problem.badRequest(
                    new Bilingual("\"" + name + "\" 须为 true 或 false", "\"" + name + "\" must be true or false"));
        }
        return flag != null && flag.booleanValue();
    }

    static String reason(ObjectNode body) {
        JsonNode reason = body.get("reason");
        if (reason == null
                || !reason.isTextual()
                || reason.asText().isBlank()
                || reason.asText().length() > MAX_REASON
                || reason.asText().indexOf('\0') >= 0) {
            throw Problem.badRequest(new Bilingual(
                    "\"reason\" 须说明原因，为 1 至 " + MAX_REASON + " 个字符的文本",
                    "\"reason\" must say why, in a text of 1 to " + MAX_REASON + " characters"));
        }
        return reason.asText().strip();
    }

    private static List<Edit> edits(ObjectNode body) {
        if (!(body.get("edits") instanceof ArrayNode list) || list.isEmpty()) {
            String one = "{\"kind\": \"limit\", \"id\": \"...\", \"verb\": \"put\", \"document\": {...}}";
            throw Problem.badRequest(
                    new Bilingual("\"edits\" 须为列表，至少有一项 " + one, "\"edits\" must be a list of at least one " + one));
        }
        if (list.size() > MAX_EDITS) {
            throw Problem.badRequest(new Bilingual(
                    "\"edits\" 有 " + list.size() + " 项；一次变更最多 " + MAX_EDITS + " 项，请分多次变更",
                    "\"edits\" has " + list.size() + " entries; a change takes at most " + MAX_EDITS
                            + "; send several changes"));
        }
        List<Edit> edits = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            edits.add(edit("edits[" + i + "]", list.get(i)));
        }
        return edits;
    }

    private static Edit edit(String place, JsonNode node) {
        if (!(node instanceof ObjectNode edit)) {
            throw Problem.badRequest(new Bilingual(place + " 不是 JSON 对象", place + " is not a JSON object"));
        }
        allow(edit, Bilingual.same(place), "kind", "id", "verb", "document");
        Bilingual kinds = Parameter.oneOf(DocumentAnswers.kinds());
        DocumentKind kind = DocumentKind.ofCode(text(edit, place, "kind", kinds))
                .orElseThrow(() -> wrong(place, "kind", edit, kinds));
        String id = text(edit, place, "id", new Bilingual("文档的编号", "the id of a document"));
        if (id.isBlank() || id.length() > MAX_ID || id.indexOf('\0') >= 0) {
            throw Problem.badRequest(new Bilingual(
                    place + "：\"id\" 须为 1 至 " + MAX_ID + " 个字符，不能全是空白，也不能含 U+0000",
                    place + ": \"id\" must have 1 to " + MAX_ID + " characters, not only blanks and none U+0000"));
        }
        Verb verb = verb(edit, place);
        return new Edit(new DocumentKey(kind, id), verb, document(edit, place, verb));
    }

    private static Verb verb(ObjectNode edit, String place) {
        Bilingual verbs = Parameter.oneOf("put, patch, remove");
        String code = text(edit, place, "verb", verbs);
        return Arrays.stream(Verb.values())
                .filter(v -> EnumCode.of(v).equals(code))
                .findFirst()
                .orElseThrow(() -> wrong(place, "verb", edit, verbs));
    }

    private static @Nullable String document(ObjectNode edit, String place, Verb verb) {
        JsonNode document = edit.get("document");
        if (verb == Verb.REMOVE) {
            if (document != null && !document.isNull()) {
                throw Problem.badRequest(new Bilingual(
                        place + "：\"remove\" 不能带 \"document\"；请去掉它",
                        place + ": \"document\" stands beside \"remove\"; leave it out"));
            }
            return null;
        }
        if (!(document instanceof ObjectNode fields)) {
            throw Problem.badRequest(
                    new Bilingual(place + "：\"document\" 须为 JSON 对象", place + ": \"document\" must be a JSON object"));
        }
        return exact(fields, place).toString();
    }

    /** The same with decimals as texts, as they were written: later readers take numbers for binary ones. */
    static ObjectNode exact(ObjectNode fields, String place) {
        for (String name : Set.copyOf(namesOf(fields))) {
            JsonNode value = fields.get(name);
            if (value instanceof ObjectNode below) {
                exact(below, place);
            } else if (value.isTextual() && value.asText().indexOf('\0') >= 0) {
                throw Problem.badRequest(new Bilingual(
                        place + "：字段 \"" + name + "\" 含字符 U+0000；请去掉",
                        place + ": field \"" + name + "\" holds the character U+0000; leave it out"));
            } else if (value.isNumber()) {
                if (Math.abs((long) value.decimalValue().scale()) > LONGEST_NUMBER
                        || value.decimalValue().precision() > LONGEST_NUMBER) {
                    throw Problem.badRequest(new Bilingual(
                            place + "：字段 \"" + name + "\" 的数超过 " + LONGEST_NUMBER + " 位；请减少位数",
                            place + ": field \"" + name + "\" is a number of more than " + LONGEST_NUMBER
                                    + " digits; send fewer"));
                }
                if (!value.isIntegralNumber()) {
                    fields.put(name, value.decimalValue().toPlainString());
                }
            }
        }
        return fields;
    }

    private static List<String> namesOf(ObjectNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(ObjectNode edit, String place, String name, Bilingual allowed) {
        JsonNode value = edit.get(name);
        if (value == null || !value.isTextual()) {
            throw Problem.badRequest(new Bilingual(
                    place + "：\"" + name + "\" 须为文本；请填写" + allowed.zh(),
                    place + ": \"" + name + "\" must be a text; give " + allowed.en()));
        }
        return value.asText();
    }

    private static Problem wrong(String place, String name, ObjectNode edit, Bilingual allowed) {
        String sent = edit.path(name).asText();
        return Problem.badRequest(new Bilingual(
                place + "：\"" + name + "\" 的值 \"" + sent + "\" 不可用；请填写" + allowed.zh(),
                place + ": \"" + name + "\": \"" + sent + "\" is not allowed; give " + allowed.en()));
    }

    static void allow(ObjectNode object, Bilingual what, String... names) {
        List<String> allowed = List.of(names);
        for (String name : namesOf(object)) {
            if (!allowed.contains(name)) {
                String all = String.join(", ", allowed);
                throw Problem.badRequest(new Bilingual(
                        what.zh() + "：此处没有 \"" + name + "\"；可用的有：" + all,
                        what.en() + ": \"" + name + "\" is unknown here; allowed: " + all));
            }
        }
    }

    private static @Nullable Long basedOn(Question question, long newest) {
        String sent = Optional.ofNullable(question.ifMatch()).map(String::strip).orElse("*");
        if (sent.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(sent);
        if (!tag.matches()) {
            throw Problem.badRequest(new Bilingual(
                    "请求头 \"If-Match\" 的值 " + sent + " 不可用；请填写您看到的变更的编号，如 \"12\"，或 *",
                    "header \"If-Match\": " + sent
                            + " is not allowed; give the number of the change that you have seen, e.g. \"12\", or *"));
        }
        long number = Long.parseLong(tag.group(1));
        if (number > newest) {
            throw Problem.badRequest(new Bilingual(
                    "请求头 \"If-Match\"：没有变更 " + number + "；最新的是 " + newest,
                    "header \"If-Match\": there is no change " + number + "; the newest is " + newest));
        }
        return number;
    }
}
