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
    /** Whoever compared a meter with the platform signed its sheet. */
    ACCEPTANCE_SIGNED("acceptance.signed"),
    ACCEPTANCE_GIVEN_BACK("acceptance.given-back"),
    /** The second signature: the device counts. */
    ACCEPTANCE_GIVEN("acceptance.given"),
    /** An officer closed a month of a park. */
    MONTH_CLOSED("month.closed"),
    CASE_ACKNOWLEDGED("case.acknowledged"),
    /** Somebody sees to a case from then on, or nobody. */
    CASE_ASSIGNED("case.assigned"),
    /** Somebody says that a contact is still right, or the contact itself does by a link. */
    CONTACT_CONFIRMED("contact.confirmed"),
    /** A contact says by a link that it is none any more. */
    CONTACT_DECLINED("contact.declined"),
    /** Somebody knows that an address does not work, or that it does again. */
    CONTACT_MARKED("contact.marked"),
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
