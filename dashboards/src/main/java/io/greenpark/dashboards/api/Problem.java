package io.greenpark.dashboards.api;

import io.vertx.core.json.JsonObject;

/** The refusal of a request (RFC 9457): thrown where the fault is found, written by {@link ErrorAnswers}. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** A request that cannot be understood. */
    public static Problem badRequest(String detail) {
        return new Problem(400, "bad request", detail);
    }

    static Problem signInFirst() {
        return new Problem(
                401,
                "not signed in",
                "this needs a session or a token; sign in at the console, or send the header"
                        + " \"Authorization: Bearer\" with the content of credentials/api-token");
    }

    /** What this caller may not do. */
    public static Problem forbidden(String detail) {
        return new Problem(403, "refused", detail);
    }

    /** A thing that there is not. */
    public static Problem notFound(String detail) {
        return new Problem(404, "not found", detail);
    }

    /** Another one. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail);
    }

    int status() {
        return status;
    }

    JsonObject json() {
        return new JsonObject().put("status", status).put("title", title).put("detail", getMessage());
    }
}
