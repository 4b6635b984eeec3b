package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Caller.Duty;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a request (RFC 9457) in both languages: thrown where the fault is found, written by {@link ErrorAnswers} in that
 * of whoever asks. Logs have the English one.
 */
public final class Problem extends RuntimeException {
    /** What a caller may not have or do, for reasons of many kinds. */
    public static final Bilingual REFUSED = new Bilingual("已拒绝", "refused");

    /** Who asks is not known. */
    public static final Bilingual NOT_SIGNED_IN = new Bilingual("未登录", "not signed in");

    private static final long serialVersionUID = 1L;

    /** What tells refusals of one status apart. */
    private enum Type {
        SECOND_FACTOR
    }

    private final int status;
    private final transient Bilingual title;
    private final transient Bilingual detail;
    /** For programs; null where the status says it all. */
    private final @Nullable Type type;

    /** What is wrong of each entry; none where the detail says it all. */
    private final transient List<RowFault> rows;

    /**
     * What is wrong with one entry of a list that was sent.
     *
     * @param index of the entry, from 0
     * @param of what the entry is about, as whoever sent it knows it
     */
    record RowFault(int index, String of, Bilingual detail) {
        private String in(Locale language) {
            return of + ": " + detail.in(language);
        }
    }

    private Problem(int status, Bilingual title, Bilingual detail) {
        this(status, null, title, detail);
    }

    private Problem(int status, @Nullable Type type, Bilingual title, Bilingual detail) {
        this(status, type, title, detail, List.of());
    }

    private Problem(int status, @Nullable Type type, Bilingual title, Bilingual detail, List<RowFault> rows) {
        super(detail.en(), null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
        this.rows = rows;
    }

    /** A request that cannot be understood. */
    public static Problem badRequest(Bilingual detail) {
        return new Problem(400, new Bilingual("请求有误", "bad request"), detail);
    }

    /** A request of which some entries of a list cannot be understood, each with why. */
    static Problem inRows(List<RowFault> rows) {
        return new Problem(
                400,
                null,
                new Bilingual("请求有误", "bad request"),
                new Bilingual(joined(rows, Locale.CHINESE, "；"), joined(rows, Locale.ENGLISH, "; ")),
                List.copyOf(rows));
    }

    private static String joined(List<RowFault> rows, Locale language, String between) {
        return rows.stream().map(row -> row.in(language)).collect(Collectors.joining(between));
    }

    static Problem signInFirst() {
        return new Problem(
                401,
                NOT_SIGNED_IN,
                new Bilingual(
                        "此操作需要登录或令牌；请在控制台登录，或发送请求头 \"Authorization: Bearer\"，其值为 credentials/api-token 的内容",
                        "this needs a session or a token; sign in at the console, or send the header"
                                + " \"Authorization: Bearer\" with the content of credentials/api-token"));
    }

    /** What this caller may not do. */
    public static Problem forbidden(Bilingual detail) {
        return new Problem(403, REFUSED, detail);
    }

    /** A person who has something to do before anything else. */
    static Problem dutyFirst(Duty duty) {
        return forbidden(
                switch (duty) {
                    case CHANGE_PASSWORD ->
                        new Bilingual(
                                "此密码由他人设置；请先更改密码（POST /session/password），再使用其他功能",
                                "somebody else set this password; change it first (POST /session/password), then all else");
                    case ADD_SECOND_FACTOR ->
                        new Bilingual(
                                "您的角色须启用动态验证码；请先设置（POST /session/second-factor），再使用其他功能",
                                "your role asks for a second factor; set one up first (POST /session/second-factor), then"
                                        + " all else");
                });
    }

    /** The password was right, and a code is needed. */
    static Problem codeNeeded(Bilingual detail) {
        return new Problem(401, Type.SECOND_FACTOR, new Bilingual("需要动态验证码", "second factor needed"), detail);
    }

    /** An operation that is for other roles, or for those who see all of the district. */
    static Problem notYours(Set<Role> roles) {
        return forbidden(
                new Bilingual(
                        "您的账号没有此权限；此操作适用于：" + named(roles, Bilingual::zh, "、") + "，且范围须包含所查内容。如确需使用，请联系账号管理员",
                        "your account may not do this; it is for " + named(roles, Bilingual::en, ", ")
                                + ", with a scope that has what is asked for. Ask an administrator of accounts if you need it"));
    }

    private static String named(Set<Role> roles, Function<Bilingual, String> in, String between) {
        return roles.stream().sorted().map(GrantTexts::of).map(in).collect(Collectors.joining(between));
    }

    /** A thing that there is not. */
    public static Problem notFound(Bilingual detail) {
        return new Problem(404, new Bilingual("未找到", "not found"), detail);
    }

    /**
     * Another one.
     *
     * @param title the kind of refusal, the same for all of its kind
     */
    public static Problem of(int status, Bilingual title, Bilingual detail) {
        return new Problem(status, title, detail);
    }

    /** What is wrong and what to do. */
    Bilingual detail() {
        return detail;
    }

    int status() {
        return status;
    }

    JsonObject json(Locale language) {
        JsonObject json = new JsonObject();
        if (type != null) {
            json.put("type", EnumCode.of(type));
        }
        json.put("status", status).put("title", title.in(language)).put("detail", detail.in(language));
        return rows.isEmpty()
                ? json
                : json.put("rows", Json.array(rows, row -> new JsonObject()
                        .put("index", row.index())
                        .put("of", row.of())
                        .put("detail", row.detail().in(language))));
    }
}
