package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    private final int status;
    private final transient Bilingual title;
    private final transient Bilingual detail;

    private Problem(int status, Bilingual title, Bilingual detail) {
        super(detail.en(), null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** A request that cannot be understood. */
    public static Problem badRequest(Bilingual detail) {
        return new Problem(400, new Bilingual("请求有误", "bad request"), detail);
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

    static Problem changePasswordFirst() {
        return forbidden(new Bilingual(
                "此密码由他人设置；请先更改密码（POST /session/password），再使用其他功能",
                "somebody else set this password; change it first (POST /session/password), then all else"));
    }

    /** An operation that is for other roles, or for those who see all of the district. */
    static Problem notYours(Set<Role> roles) {
        String codes = roles.stream().map(EnumCode::of).sorted().collect(Collectors.joining(", "));
        return forbidden(
                new Bilingual(
                        "您的账号没有此权限；此操作适用于：" + codes + "，且范围须包含所查内容。如确需使用，请联系账号管理员",
                        "your account may not do this; it is for " + codes
                                + ", with a scope that has what is asked for. Ask an administrator of accounts if you need it"));
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

    int status() {
        return status;
    }

    JsonObject json(Locale language) {
        return new JsonObject()
                .put("status", status)
                .put("title", title.in(language))
                .put("detail", detail.in(language));
    }
}
