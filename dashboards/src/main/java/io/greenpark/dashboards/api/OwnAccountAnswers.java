package io.greenpark.dashboards.api;

import io.greenpark.access.account.AccountProblem;
import io.greenpark.access.factor.Enrolment;
import io.greenpark.access.factor.FactorProblem;
import io.greenpark.dashboards.auth.Access;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.auth.OwnAccount;
import io.greenpark.dashboards.auth.SignInResult;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** What people change of their own accounts, with a session of their own. Runs on the event loop. */
final class OwnAccountAnswers {
    private final OwnAccount own;
    private final SessionAnswers session;

    OwnAccountAnswers(Access access, SessionAnswers session) {
        this.own = access.ownAccount();
        this.session = session;
    }

    /** What is to be done with what the body gives, in the order in which it was asked for. */
    private interface Work<T> extends BiFunction<RoutingContext, List<String>, Future<T>> {}

    /** Another password. */
    void changePassword(RoutingContext ctx) {
        answer(
                ctx,
                (c, given) -> own.changePassword(c, given.get(0), given.get(1)).map(done -> session(c)),
                "password",
                "newPassword");
    }

    /** A second factor, which is shown this once. */
    void beginFactor(RoutingContext ctx) {
        answer(ctx, (c, given) -> own.beginFactor(c, given.get(0)).map(OwnAccountAnswers::json), "password");
    }

    private static JsonObject json(Enrolment enrolment) {
        return new JsonObject()
                .put("secret", enrolment.secret())
                .put("link", enrolment.link())
                .put("qrCode", new JsonArray(QrRows.of(enrolment.link())));
    }

    /** The recovery codes, which are shown this once. */
    void confirmFactor(RoutingContext ctx) {
        answer(
                ctx,
                (c, given) -> own.confirmFactor(c, given.get(0))
                        .map(codes -> session(c).put("recoveryCodes", new JsonArray(codes))),
                "code");
    }

    /** Other recovery codes, which are shown this once. */
    void renewRecovery(RoutingContext ctx) {
        answer(
                ctx,
                (c, given) -> own.renewRecovery(c, given.get(0), given.get(1))
                        .map(codes -> session(c).put("recoveryCodes", new JsonArray(codes))),
                "password",
                "code");
    }

    void removeFactor(RoutingContext ctx) {
        answer(
                ctx,
                (c, given) -> own.removeFactor(c, given.get(0), given.get(1)).map(done -> session(c)),
                "password",
                "code");
    }

    private JsonObject session(RoutingContext ctx) {
        return session.json(Caller.of(ctx));
    }

    private void answer(RoutingContext ctx, Work<JsonObject> work, String... names) {
        Caller caller = Caller.of(ctx);
        if (caller == null || caller.method() != Caller.AuthMethod.SESSION) {
            throw Problem.forbidden(
                    new Bilingual(
                            "密码和动态验证码只能由登录的本人更改；请先在控制台登录",
                            "password and second factor are changed by the person who is signed in; sign in at the console first"));
        }
        if (caller.outside()) {
            throw Problem.forbidden(new Bilingual(
                    "您经统一身份认证登录，密码和动态验证码由其管理；如需更改本平台的密码，请用密码登录",
                    "you came in by your organisation's sign-in, to which password and second factor are left; to change those of this"
                            + " platform, sign in here by password"));
        }
        List<String> given = texts(Question.of(ctx).body(), List.of(names));
        Duration wait = own.wait(ctx);
        if (!wait.isZero()) {
            SessionAnswers.refuseForNow(ctx, new SignInResult.Throttled(wait.toSeconds() + 1, false));
            return;
        }
        work.apply(ctx, given)
                .onSuccess(answer -> Api.send(ctx, 200, answer.toBuffer()))
                .onFailure(failure -> ctx.fail(refusal(failure)));
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof AccountProblem problem) {
            return AccountTexts.problem(problem);
        }
        return failure instanceof FactorProblem problem ? Problem.badRequest(problem.text()) : failure;
    }

    private static List<String> texts(JsonObject body, List<String> names) {
        return names.stream()
                .map(name -> {
                    if (body.getValue(name) instanceof String text) {
                        return text;
                    }
                    throw Problem.badRequest(new Bilingual("\"" + name + "\" 须为文本", "\"" + name + "\" must be a text"));
                })
                .toList();
    }
}
