package io.greenpark.dashboards.api;

import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.auth.SignInResult;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Signing in, signing out, and who is signed in. Runs on the event loop. */
final class SessionAnswers {
    private final Access access;
    private final boolean inbox;

    SessionAnswers(Access access, boolean inbox) {
        this.access = access;
        this.inbox = inbox;
    }

    void show(RoutingContext ctx) {
        Caller caller = Caller.of(ctx);
        send(ctx, caller == null ? null : caller.name());
    }

    void signIn(RoutingContext ctx) {
        Question question = Question.of(ctx);
        Object userName = question.body().getValue("userName");
        Object password = question.body().getValue("password");
        if (!(userName instanceof String user) || !(password instanceof String secret)) {
            throw Problem.badRequest(new Bilingual(
                    "\"userName\" 和 \"password\" 都须为文本", "\"userName\" and \"password\" must both be texts"));
        }
        access.signIn(ctx, user, secret)
                .onSuccess(result -> answer(ctx, result))
                .onFailure(ctx::fail);
    }

    private void answer(RoutingContext ctx, SignInResult result) {
        if (result instanceof SignInResult.SignedIn signedIn) {
            send(ctx, signedIn.userName());
        } else if (result instanceof SignInResult.Throttled throttled) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(throttled.seconds()));
            ErrorAnswers.refuse(
                    ctx,
                    Problem.of(
                            429,
                            new Bilingual("尝试过多", "too many attempts"),
                            new Bilingual(
                                    "登录失败次数过多；请在 " + throttled.seconds() + " 秒后重试",
                                    "too many failed attempts; try again in " + throttled.seconds() + " seconds")));
        } else {
            ErrorAnswers.refuse(
                    ctx,
                    Problem.of(
                            401,
                            Problem.NOT_SIGNED_IN,
                            new Bilingual(
                                    "用户名不存在或密码错误；首个账号见 credentials/console",
                                    "unknown user name or wrong password; the first account lies in"
                                            + " credentials/console")));
        }
    }

    void signOut(RoutingContext ctx) {
        access.signOut(ctx)
                .onSuccess(ended -> send(ctx, access.signInRequired() ? null : "demo"))
                .onFailure(ctx::fail);
    }

    private void send(RoutingContext ctx, @Nullable String userName) {
        JsonObject session = new JsonObject()
                .put("signedIn", userName != null)
                .put("signInRequired", access.signInRequired())
                .put("userName", userName)
                .put("inbox", inbox);
        Api.send(ctx, 200, session.toBuffer());
    }
}
