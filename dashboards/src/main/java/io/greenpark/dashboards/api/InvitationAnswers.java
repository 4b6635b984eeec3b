package io.greenpark.dashboards.api;

import io.greenpark.access.account.InvitedAccounts;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.invitation.Invitations;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.Channel.OutboundMessage;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.config.secret.Secrets;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.Postbox;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Invitations by mail. The link leads to a page where its person chooses a password; the token stands in the part of the address that
 * browsers keep to themselves. It goes straight to the mail server, and not through the outbox, which would keep it.
 */
final class InvitationAnswers {
    /** People who are not of the authority. */
    private static final Set<Role> OF_ENTERPRISES =
            EnumSet.of(Role.ENTERPRISE_CONTACT, Role.SEWAGE_PLANT_OPERATOR, Role.MAINTAINER);

    private static final int SENT_WITHIN_SECONDS = 60;
    private static final int ID_CHARACTERS = 12;

    private final UserAccounts accounts;
    private final InvitedAccounts invited;
    private final AccountAnswers answers;
    private final AuditLog audit;
    private final Postbox postbox;

    InvitationAnswers(ConsoleSources sources, AccountAnswers answers) {
        this.accounts = sources.identities().accounts();
        this.invited = sources.identities().invited();
        this.audit = sources.audit();
        this.postbox = sources.postbox();
        this.answers = answers;
    }

    /** A new account without a password, and the invitation to choose one. */
    JsonObject create(Question question) {
        Channel mail = requireMail();
        UserAccount made = answers.made(question);
        return send(question, made, mail, "");
    }

    /** Another invitation; the one before ends. */
    JsonObject again(Question question) {
        question.allow();
        Channel mail = requireMail();
        String reason = new RequestBody(question, "reason").reason();
        UserAccount account = answers.find(question.id());
        return send(question, account, mail, reason);
    }

    private Channel requireMail() {
        Channel mail = postbox.mail();
        if (mail == null) {
            throw Problem.badRequest(new Bilingual(
                    "未配置邮件服务器（mail.host），不能发送邀请；请配置，或新建带初始密码的账号（POST /accounts）",
                    "no mail server is set up (mail.host), so that nobody can be invited; set one up, or make an account"
                            + " with a password (POST /accounts)"));
        }
        return mail;
    }

    private JsonObject send(Question question, UserAccount account, Channel mail, String reason) {
        Invitations.Made made = AccountAnswers.refusing(() -> invited.invite(account, question.viewer()));
        Optional<String> failure = deliver(mail, message(account, made));
        audit.append(question.draft(AuditAction.ACCOUNT_INVITED)
                .on("account", account.userName())
                .because(reason.isEmpty() ? null : reason));
        return answers.shown(accounts.find(account.userName()).orElse(account))
                .put("invitedUntil", Json.time(made.expiresAt(), Json.PLATFORM_ZONE))
                .put("sent", failure.isEmpty())
                .put("failure", failure.orElse(null));
    }

    private OutboundMessage message(UserAccount account, Invitations.Made made) {
        String base = account.grants().stream().allMatch(grant -> OF_ENTERPRISES.contains(grant.role()))
                ? postbox.urls().enterprises()
                : postbox.urls().officers();
        return new OutboundMessage(
                "invitation-" + Secrets.random(ID_CHARACTERS),
                String.valueOf(account.person().email()),
                "[Greenpark] 账号邀请 / Your account",
                InvitationText.of(account, base + "/#/invitation?token=" + made.token(), made.expiresAt()));
    }

    /** Why it did not go out; empty if it did. */
    private static Optional<String> deliver(Channel mail, OutboundMessage message) {
        try {
            DeliveryResult result = mail.send(message).toCompletableFuture().get(SENT_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (result instanceof DeliveryResult.Retry retry) {
                return Optional.of(retry.reason());
            }
            return result instanceof DeliveryResult.Undeliverable never
                    ? Optional.of(never.reason())
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.of("the mail server has not answered within " + SENT_WITHIN_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was not waited for");
        }
    }
}
