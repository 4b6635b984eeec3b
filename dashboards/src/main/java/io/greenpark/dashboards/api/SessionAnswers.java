package io.greenpark.dashboards.api;

import io.greenpark.access.account.AccountProblem;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.auth.SignInResult;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
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
        send(ctx, Caller.of(ctx));
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
            send(ctx, signedIn.caller());
        } else if (result instanceof SignInResult.Throttled throttled) {
            refuseForNow(ctx, throttled.seconds());
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
        access.signOut(ctx).onSuccess(ended -> send(ctx, access.open(ctx))).onFailure(ctx::fail);
    }

    /** Another password for whoever is signed in. */
    void changePassword(RoutingContext ctx) {
        Caller caller = Caller.of(ctx);
        if (caller == null || caller.method() != Caller.AuthMethod.SESSION) {
            throw Problem.forbidden(new Bilingual(
                    "密码只能由登录的本人更改；请先在控制台登录",
                    "a password is changed by the person who is signed in; sign in at the console first"));
        }
        Question question = Question.of(ctx);
        Object present = question.body().getValue("password");
        Object other = question.body().getValue("newPassword");
        if (!(present instanceof String now) || !(other instanceof String then)) {
            throw Problem.badRequest(new Bilingual(
                    "\"password\" 和 \"newPassword\" 都须为文本", "\"password\" and \"newPassword\" must both be texts"));
        }
        Duration wait = access.waitToChange(ctx);
        if (!wait.isZero()) {
            refuseForNow(ctx, wait.toSeconds() + 1);
            return;
        }
        access.changePassword(ctx, now, then)
                .onSuccess(done -> send(ctx, Caller.of(ctx)))
                .onFailure(failure ->
                        ctx.fail(failure instanceof AccountProblem problem ? AccountTexts.problem(problem) : failure));
    }

    private static void refuseForNow(RoutingContext ctx, long seconds) {
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ErrorAnswers.refuse(
                ctx,
                Problem.of(
                        429,
                        new Bilingual("尝试过多", "too many attempts"),
                        new Bilingual(
                                "失败次数过多；请在 " + seconds + " 秒后重试",
                                "too many failed attempts; try again in " + seconds + " seconds")));
    }

    private void send(RoutingContext ctx, @Nullable Caller caller) {
        JsonObject session = new JsonObject()
                .put("signedIn", caller != null)
                .put("signInRequired", access.signInRequired())
                .put("userName", caller == null ? null : caller.name())
                .put("mustChangePassword", caller != null && caller.mustChangePassword())
                .put(
                        "grants",
                        caller == null
                                ? new JsonArray()
                                : GrantJson.of(caller.viewer().grants()))
                .put("inbox", inbox && caller != null && caller.viewer().is(Role.OPERATOR));
        Api.send(ctx, 200, session.toBuffer());
    }
}
