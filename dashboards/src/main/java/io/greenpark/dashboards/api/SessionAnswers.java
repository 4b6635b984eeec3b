package io.greenpark.dashboards.api;

import io.greenpark.access.account.AccountProblem;
import io.greenpark.access.account.Identities;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.auth.Caller.Duty;
import io.greenpark.dashboards.auth.OutsideVisits;
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
    private static final Bilingual CODE = new Bilingual(
            "此账号已启用动态验证码；请在 \"code\" 中填写应用当前显示的 6 位数字，或一个恢复码",
            "this account has a second factor; give the six digits that the app shows now, or a recovery code, as \"code\"");

    private static final Bilingual WRONG_CODE = new Bilingual(
            "验证码不正确或已用过；请等待应用显示下一个，并检查手机时间是否准确，或使用恢复码",
            "the code is wrong, or was used already; wait for the next one, see whether the phone's clock is right, or use a"
                    + " recovery code");

    private final Access access;
    private final SecondFactors factors;
    private final boolean inbox;

    SessionAnswers(Access access, Identities identities, boolean inbox) {
        this.access = access;
        this.factors = identities.factors();
        this.inbox = inbox;
    }

    void show(RoutingContext ctx) {
        send(ctx, Caller.of(ctx));
    }

    void signIn(RoutingContext ctx) {
        Question question = Question.of(ctx);
        Object userName = question.body().getValue("userName");
        Object password = question.body().getValue("password");
        Object code = question.body().getValue("code");
        if (!(userName instanceof String user) || !(password instanceof String secret)) {
            throw Problem.badRequest(new Bilingual(
                    "\"userName\" 和 \"password\" 都须为文本", "\"userName\" and \"password\" must both be texts"));
        }
        if (code != null && !(code instanceof String)) {
            throw Problem.badRequest(new Bilingual("\"code\" 须为文本", "\"code\" must be a text"));
        }
        access.signIn(ctx, user, secret, given((String) code))
                .onSuccess(result -> answer(ctx, result))
                .onFailure(ctx::fail);
    }

    private static @Nullable String given(@Nullable String code) {
        return code == null || code.isBlank() ? null : code;
    }

    private void answer(RoutingContext ctx, SignInResult result) {
        if (result instanceof SignInResult.SignedIn signedIn) {
            send(ctx, signedIn.caller());
        } else if (result instanceof SignInResult.Throttled throttled) {
            refuseForNow(ctx, throttled);
        } else if (result instanceof SignInResult.CodeNeeded needed) {
            ErrorAnswers.refuse(ctx, Problem.codeNeeded(needed.wrong() ? WRONG_CODE : CODE));
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

    /** A password that somebody chooses by a mailed link. */
    void acceptInvitation(RoutingContext ctx) {
        Question question = Question.of(ctx);
        if (!(question.body().getValue("token") instanceof String token)
                || !(question.body().getValue("newPassword") instanceof String password)) {
            throw Problem.badRequest(new Bilingual(
                    "\"token\" 和 \"newPassword\" 都须为文本", "\"token\" and \"newPassword\" must both be texts"));
        }
        Duration wait = access.invited().wait(ctx);
        if (!wait.isZero()) {
            refuseForNow(ctx, new SignInResult.Throttled(wait.toSeconds() + 1, false));
            return;
        }
        access.invited()
                .accept(ctx, token, password)
                .onSuccess(account -> Api.send(
                        ctx,
                        200,
                        new JsonObject().put("userName", account.userName()).toBuffer()))
                .onFailure(failure ->
                        ctx.fail(failure instanceof AccountProblem problem ? AccountTexts.problem(problem) : failure));
    }

    void signOut(RoutingContext ctx) {
        access.signOut(ctx).onSuccess(ended -> send(ctx, access.open(ctx))).onFailure(ctx::fail);
    }

    static void refuseForNow(RoutingContext ctx, SignInResult.Throttled throttled) {
        long seconds = throttled.seconds();
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        Bilingual detail = throttled.codes()
                ? new Bilingual(
                        "此账号的错误验证码过多；请在 " + seconds + " 秒后重试，或使用恢复码，或换用以前登录过的浏览器",
                        "too many wrong codes for this account; try again in " + seconds
                                + " seconds, or use a recovery code, or a browser that has signed in before")
                : new Bilingual(
                        "失败次数过多；请在 " + seconds + " 秒后重试",
                        "too many failed attempts; try again in " + seconds + " seconds");
        ErrorAnswers.refuse(ctx, Problem.of(429, new Bilingual("尝试过多", "too many attempts"), detail));
    }

    private void send(RoutingContext ctx, @Nullable Caller caller) {
        Api.send(ctx, 200, json(caller).toBuffer());
    }

    private @Nullable JsonObject outside() {
        OutsideVisits outside = access.outside();
        return outside == null ? null : Json.name(outside.label());
    }

    /** Who somebody is, and what he has to do and may. */
    JsonObject json(@Nullable Caller caller) {
        String person = caller != null && caller.method() == Caller.AuthMethod.SESSION ? caller.name() : null;
        return new JsonObject()
                .put("signedIn", caller != null)
                .put("signInRequired", access.signInRequired())
                .put("outside", outside())
                .put("userName", caller == null ? null : caller.name())
                .put("cameFromOutside", caller != null && caller.outside())
                .put("mustChangePassword", caller != null && caller.duty() == Duty.CHANGE_PASSWORD)
                .put("mustAddSecondFactor", caller != null && caller.duty() == Duty.ADD_SECOND_FACTOR)
                .put("secondFactor", person != null && factors.isOn(person))
                .put("recoveryCodesLeft", person == null ? 0 : factors.recoveryCodesLeft(person))
                .put(
                        "grants",
                        caller == null
                                ? new JsonArray()
                                : GrantJson.of(caller.viewer().grants()))
                .put("inbox", inbox && caller != null && caller.viewer().is(Role.OPERATOR));
    }
}
