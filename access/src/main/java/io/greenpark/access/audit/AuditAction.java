package io.greenpark.access.audit;

import java.util.Arrays;
import java.util.Optional;

/** What somebody did. The codes stand in the books and are part of what is hashed: they may be added to, and never changed. */
public enum AuditAction {
    ACCOUNT_CREATED("account.created"),
    /** Its name, its grants or what else is said of it. */
    ACCOUNT_CHANGED("account.changed"),
    ACCOUNT_CLOSED("account.closed"),
    /** What somebody who leaves answered for, another one answers for since. */
    ACCOUNT_HANDED_OVER("account.handed-over"),
    /** A link by which its person chooses a password was mailed, or could not be. */
    ACCOUNT_INVITED("account.invited"),
    PASSWORD_CHANGED("password.changed"),
    SECOND_FACTOR_CHANGED("second-factor.changed"),
    KEY_CREATED("key.created"),
    KEY_CHANGED("key.changed"),
    KEY_REVOKED("key.revoked"),
    SESSION_OPENED("session.opened"),
    SESSION_ENDED("session.ended"),
    /** A sign-in that failed; who is the name that was given, of an account or not. */
    SESSION_REFUSED("session.refused"),
    /** Something was asked for that the account has no right to. */
    ACCESS_REFUSED("access.refused"),
    REGISTRY_CHANGED("registry.changed"),
    /** Something was asked for that a second person has to review. */
    REVIEW_REQUESTED("review.requested"),
    REVIEW_APPROVED("review.approved"),
    REVIEW_REJECTED("review.rejected"),
    REVIEW_WITHDRAWN("review.withdrawn"),
    /** An emergency was closed of which later changes left nothing. */
    REVIEW_SUPERSEDED("review.superseded"),
    /** An enterprise signed a monthly return and handed it in. */
    RETURN_SUBMITTED("return.submitted"),
    /** An officer gave one back. */
    RETURN_GIVEN_BACK("return.given-back"),
    RETURN_ACCEPTED("return.accepted"),
    /** An enterprise objected to something. */
    OBJECTION_FILED("objection.filed"),
    OBJECTION_WITHDRAWN("objection.withdrawn"),
    /** Somebody who was not involved decided one. */
    OBJECTION_DECIDED("objection.decided"),
    OBJECTION_CORRECTED("objection.corrected"),
    /** Whoever compared a meter with the platform signed its sheet. */
    ACCEPTANCE_SIGNED("acceptance.signed"),
    ACCEPTANCE_TAKEN_BACK("acceptance.taken-back"),
    ACCEPTANCE_GIVEN_BACK("acceptance.given-back"),
    /** The second signature: the device counts. */
    ACCEPTANCE_GIVEN("acceptance.given"),
    /** A plan was taken in, or its targets changed. */
    PLAN_CHANGED("plan.changed"),
    /** Somebody stated values of a plan's targets, or took them back. */
    PLAN_VALUES_STATED("plan.values-stated"),
    /** An officer entered what is known of enterprises and a year. */
    YEAR_SHEET_ENTERED("year-sheet.entered"),
    /** An enterprise confirmed that, or objected to it. */
    YEAR_SHEET_ANSWERED("year-sheet.answered"),
    /** An officer closed a month of a park. */
    MONTH_CLOSED("month.closed"),
    /** An edition of the list of enterprises that are to be covered by clean production was proposed. */
    CLEAN_LIST_PROPOSED("clean-list.proposed"),
    /** The second signature. */
    CLEAN_LIST_APPROVED("clean-list.approved"),
    CLEAN_LIST_REJECTED("clean-list.rejected"),
    /** A step of a clean-production audit was entered. */
    CLEAN_STEP_ENTERED("clean-step.entered"),
    CLEAN_STEP_TAKEN_BACK("clean-step.taken-back"),
    /** Somebody sees to the next step of an enterprise from then on. */
    CLEAN_OWNER_NAMED("clean-owner.named"),
    /** Within how long a step is to be taken. */
    CLEAN_TERM_SET("clean-term.set"),
    CANDIDATE_PROPOSED("candidate.proposed"),
    CANDIDATE_DROPPED("candidate.dropped"),
    /** An order of an authority to an enterprise, or that one was lifted. */
    ORDER_ENTERED("order.entered"),
    ORDER_TAKEN_BACK("order.taken-back"),
    CASE_ACKNOWLEDGED("case.acknowledged"),
    /** Somebody did something about a case: answered it, verified, closed it ... */
    CASE_HANDLED("case.handled"),
    /** Who has to do what about cases by when. */
    PROCEDURES_CHANGED("procedures.changed"),
    /** Who is told of what, and when. */
    NOTICE_PLAN_CHANGED("notice-plan.changed"),
    /** An enterprise marked a time of its own data. */
    DATA_MARKED("data.marked"),
    /** It took that back before it was decided. */
    DATA_MARK_WITHDRAWN("data-mark.withdrawn"),
    /** The authority accepted or rejected a mark. */
    DATA_MARK_DECIDED("data-mark.decided"),
    /** It took an acceptance back. */
    DATA_MARK_REVOKED("data-mark.revoked"),
    /** By when data are marked, and what that does. */
    MARKING_RULES_CHANGED("marking-rules.changed"),
    /** Messages say it in other words. */
    MESSAGE_TEMPLATES_CHANGED("message-templates.changed"),
    /** By what cases are judged, for something. */
    ALERT_RULE_CHANGED("alert-rule.changed"),
    /** What rules cite. */
    LEGAL_BASIS_CHANGED("legal-basis.changed"),
    /** Nobody is told of the cases of something for a time. */
    CASES_MUTED("cases.muted"),
    MUTE_ENDED("mute.ended"),
    /** Somebody sees to a case from then on, or nobody. */
    CASE_ASSIGNED("case.assigned"),
    /** Somebody says that a contact is still right, or the contact itself does by a link. */
    CONTACT_CONFIRMED("contact.confirmed"),
    /** A contact says by a link that it is none any more. */
    CONTACT_DECLINED("contact.declined"),
    /** Somebody knows that an address does not work, or that it does again. */
    CONTACT_MARKED("contact.marked"),
    /** Somebody sent a test message on a way of telling people. */
    CHANNEL_TESTED("channel.tested"),
    DEPUTY_NAMED("deputy.named"),
    DEPUTY_ENDED("deputy.ended"),
    PROPOSAL_DECLINED("proposal.declined"),
    /** A device that nobody had registered was put into the registry with what it had sent before. */
    DEVICE_CLAIMED("device.claimed"),
    /** Somebody said that such a device is not ours. */
    DEVICE_DISCARDED("device.discarded"),
    DEVICE_RESTORED("device.restored"),
    PHONE_REVEALED("phone.revealed"),
    /** A look that is on record by itself, as one at this log; the others are counted by {@link Looks}. */
    LOOKED("looked"),
    /** Old entries of this log were cut off; the state after is the last of them. */
    LOG_RETIRED("log.retired"),
    /** An inspection pack of an enterprise was asked for. */
    PACK_ORDERED("inspection-pack.ordered"),
    /** It is ready; the state after has the hash by which it is known for good. */
    PACK_MADE("inspection-pack.made"),
    PACK_FETCHED("inspection-pack.fetched"),
    FILE_UPLOADED("file.uploaded"),
    FILE_ATTACHED("file.attached"),
    /** It is hidden; its content stays. */
    FILE_REMOVED("file.removed"),
    /** What the columns or rows of people's own sheets mean. */
    SHEET_MAPPING_CHANGED("sheet-mapping.changed"),
    /** New secrets of a device or gateway were asked for, and handed out where nothing failed. */
    CREDENTIALS_RENEWED("credentials.renewed");

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The action of a code; empty if there is none of it. */
    public static Optional<AuditAction> ofCode(String code) {
        return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst();
    }
}
