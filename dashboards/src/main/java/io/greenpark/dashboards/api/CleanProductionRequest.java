package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body says of clean production. */
final class CleanProductionRequest extends RequestBody {
    private static final int LONGEST_WORD = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BASIS = 200;
    private static final int MOST_ENTERPRISES = 10_000;

    CleanProductionRequest(Question question, String... allowed) {
        super(question, allowed);
    }

    /** Of a body that was kept. */
    CleanProductionRequest(JsonObject body, String... allowed) {
        super(body, allowed);
    }

    /** The version that was seen. */
    @Override
    long version() {
        return whole("version", 0, "须为所见的版本号，尚无登记为 0", "must be the version that was seen, 0 for nothing entered");
    }

    /** A number of an entry, an order or an edition; null where it is left out. */
    @Nullable
    Long number(String name) {
        return !isGiven(name) ? null : whole(name, 1, "须为从 1 起的编号", "must be a number from 1 on");
    }

    /** What a decision on a penalty states; null where nothing is said of it. */
    Order.@Nullable Fine fineOrNull() {
        Object value = json().getValue("fine");
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonObject fine)
                || !(fine.getValue("amountCny") instanceof String amount)
                || !amount.matches("[0-9]{1,12}([.][0-9]{1,2})?")
                || new BigDecimal(amount).signum() == 0
                || !(fine.getValue("basis") instanceof String basis)
                || basis.isBlank()
                || basis.length() > LONGEST_BASIS) {
            throw wrong(
                    "fine",
                    "须含 amountCny（大于 0 的金额，如 \"80000\"）和 basis（依据的法律条款，最多 200 个字符）",
                    "must have amountCny, above 0 such as \"80000\", and basis, the article it rests on, of 200 characters at most");
        }
        return new Order.Fine(new BigDecimal(amount), basis.strip());
    }

    LocalDate day(String name) {
        LocalDate day = dayOrNull(name);
        if (day == null) {
            throw wrong(name, "必须填写，为日期，如 2026-10-20", "must be there, as a day such as 2026-10-20");
        }
        return day;
    }

    @Nullable
    LocalDate dayOrNull(String name) {
        Object value = json().getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrong(name, "须为日期，如 2026-10-20", "must be a day such as 2026-10-20");
        }
        return Dates.day(name, text);
    }

    String word(String name) {
        return textOrNull(name, LONGEST_WORD).orElseThrow(() -> wrong(name, "必须填写", "must be there"));
    }

    @Nullable
    String wordOrNull(String name) {
        return textOrNull(name, LONGEST_WORD).orElse(null);
    }

    AuditStep step(String name) {
        AuditStep step = stepOrNull(name);
        if (step == null) {
            throw wrong(name, "必须填写，为 " + steps() + " 之一", "must be there, as one of " + steps());
        }
        return step;
    }

    @Nullable
    AuditStep stepOrNull(String name) {
        Object value = json().getValue(name);
        return value == null
                ? null
                : AuditStep.ofCode(String.valueOf(value))
                        .orElseThrow(() -> wrong(name, "须为 " + steps() + " 之一", "must be one of " + steps()));
    }

    private static String steps() {
        return Arrays.stream(AuditStep.values()).map(AuditStep::code).collect(Collectors.joining(", "));
    }

    <E extends Enum<E>> @Nullable E constantOrNull(String name, Class<E> type) {
        return !isGiven(name) ? null : constant(name, type);
    }

    Set<AuditReason> reasons() {
        return constants("reasons", AuditReason.class, EnumCode::of);
    }

    /** How an enterprise is listed. */
    Listing listing() {
        Register register = constant("register", Register.class);
        Set<AuditReason> reasons = reasons();
        if (register == Register.MANDATORY && reasons.isEmpty()) {
            throw wrong("reasons", "强制性审核须至少说明一项原因", "a mandatory audit needs a reason at least");
        }
        if (register == Register.VOLUNTARY && !reasons.isEmpty()) {
            throw wrong("reasons", "自愿性审核没有强制原因", "a voluntary audit has none of these reasons");
        }
        return new Listing(register, reasons);
    }

    /** A document; its file has to be attached to what it is about. */
    Paper paper(DocumentStore files, DocumentOwner owner) {
        Paper paper = paperOrNull(files, owner);
        if (paper == null) {
            throw wrong(
                    "document",
                    "必须填写：{\"number\": \"文号\", \"authority\": \"发文单位\"}",
                    "must be there: {\"number\": ..., \"authority\": ...}");
        }
        return paper;
    }

    @Nullable
    Paper paperOrNull(DocumentStore files, DocumentOwner owner) {
        Object value = json().getValue("document");
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonObject json)) {
            throw wrong(
                    "document",
                    "须为 {\"number\": \"文号\", \"authority\": \"发文单位\", \"attachment\": 附件编号或 null}",
                    "must be {\"number\": ..., \"authority\": ..., \"attachment\": id of a file or null}");
        }
        RequestBody given = new RequestBody(json, "number", "authority", "attachment");
        String number = given.textOrNull("number", LONGEST_NAME).orElse(null);
        String authority = given.textOrNull("authority", LONGEST_NAME).orElse(null);
        if (number == null || authority == null) {
            throw wrong("document", "须有文号（number）和发文单位（authority）", "needs a number and an authority");
        }
        String attachment = given.textOrNull("attachment", LONGEST_NAME).orElse(null);
        if (attachment != null
                && files.find(attachment).filter(f -> owner.equals(f.owner())).isEmpty()) {
            throw wrong(
                    "attachment",
                    "\"" + attachment + "\" 不是 " + owner + " 的附件；请先上传并归入",
                    "\"" + attachment + "\" is no file of " + owner + "; upload and attach it first");
        }
        return new Paper(number, authority, attachment);
    }

    /** Ids of enterprises. */
    Set<String> enterprises() {
        Set<String> ids = new LinkedHashSet<>();
        if (!(json().getValue("enterprises") instanceof JsonArray list)
                || list.size() > MOST_ENTERPRISES
                || list.stream().anyMatch(id -> !(id instanceof String))) {
            throw wrong(
                    "enterprises",
                    "须为企业编号的列表，最多 " + MOST_ENTERPRISES + " 个",
                    "must be a list of at most " + MOST_ENTERPRISES + " ids");
        }
        list.forEach(id -> ids.add((String) id));
        return ids;
    }

    /** Why each of some leaves. */
    Map<String, String> left() {
        Map<String, String> left = new LinkedHashMap<>();
        Object value = json().getValue("left");
        if (value == null) {
            return left;
        }
        if (!(value instanceof JsonArray list) || list.stream().anyMatch(each -> !(each instanceof JsonObject))) {
            throw wrong(
                    "left", "须为 [{\"enterprise\": …, \"why\": …}]", "must be [{\"enterprise\": ..., \"why\": ...}]");
        }
        list.stream().map(JsonObject.class::cast).forEach(one -> {
            RequestBody given = new RequestBody(one, "enterprise", "why");
            String enterprise = given.textOrNull("enterprise", LONGEST_NAME).orElse(null);
            String why = given.textOrNull("why", LONGEST_WORD).orElse(null);
            if (enterprise == null || why == null) {
                throw wrong("left", "中每项须有 enterprise 和 why", "needs an enterprise and why in each");
            }
            left.put(enterprise, why);
        });
        return left;
    }
}
