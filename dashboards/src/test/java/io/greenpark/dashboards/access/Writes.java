package io.greenpark.dashboards.access;

import io.greenpark.alerts.contact.OwnedContact;
import io.greenpark.dashboards.fixture.SampleAttachments;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SamplePlans;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.List;

/**
 * What is sent to each operation that changes something: with ids that are there and bodies that are right, so that something would change
 * if it were not refused. An operation without an entry fails.
 */
final class Writes {
    private static final String ABSENT = "nobody-at-all";
    private static final String MAPPING = "0b8e5a52-0000-4000-8000-000000000001";
    private static final String PHOTO = SampleAttachments.photoOf(People.FOREIGN);
    private static final String DEVICE = People.FOREIGN + ".electricity";
    /** That of {@link People#FOREIGN}. */
    private static final String PARK = "xiaoshun";

    private static final JsonObject WHY = new JsonObject().put("reason", "mine");
    private static final JsonObject COMMENT = new JsonObject().put("comment", "seen");

    private final String proposal;
    private final String key;
    private final int review;
    private final String objection;

    /**
     * Ids of somebody else's.
     *
     * @param key of a program
     * @param review that waits, of an enterprise that nobody of a part sees
     * @param objection that is open, of {@link People#FOREIGN}
     */
    Writes(String proposal, String key, int review, String objection) {
        this.proposal = proposal;
        this.key = key;
        this.review = review;
        this.objection = objection;
    }

    /**
     * One that has to be refused.
     *
     * @param none the same about what there is not; the same as {@code path} where the path names nothing
     * @param noneBody the body to it
     */
    record Write(String path, JsonObject body, String none, JsonObject noneBody) {
        static Write to(String path, JsonObject body) {
            return new Write(path, body, path, body);
        }

        static Write to(String path, String id, String absent, JsonObject body) {
            return new Write(path.replace("{}", id), body, path.replace("{}", absent), body);
        }
    }

    private static JsonObject pack(String enterprise) {
        return WHY.copy()
                .put("enterprise", enterprise)
                .put("from", "2026-10-01")
                .put("to", "2026-10-31");
    }

    Write of(Operation operation) {
        return switch (operation.getOperationId()) {
            case "signIn" -> Write.to("/session", password("wrong-password-1").put("userName", "officer"));
            case "signOut" -> Write.to("/session", new JsonObject());
            case "changePassword" ->
                Write.to("/session/password", password("wrong-password-1").put("newPassword", "three calm herons"));
            case "acceptInvitation" ->
                Write.to(
                        "/session/invitation",
                        new JsonObject()
                                .put("token", "abcdefghijkmnpqrstuvwxyz23")
                                .put("newPassword", "three calm herons"));
            case "beginSecondFactor" -> Write.to("/session/second-factor", password("wrong-password-1"));
            case "confirmSecondFactor" ->
                Write.to("/session/second-factor/confirmation", new JsonObject().put("code", "287082"));
            case "renewRecoveryCodes" ->
                Write.to(
                        "/session/second-factor/recovery-codes",
                        password("wrong-password-1").put("code", "287082"));
            case "removeSecondFactor" ->
                Write.to(
                        "/session/second-factor/removal",
                        password("wrong-password-1").put("code", "287082"));
            case "endOwnKey" -> Write.to("/session/keys/{}/end", key, ABSENT, WHY);
            case "endKey" -> Write.to("/keys/{}/end", key, ABSENT, WHY);
            case "createKey" ->
                Write.to(
                        "/keys",
                        WHY.copy()
                                .put("name", "mine")
                                .put("userName", "officer")
                                .put("grants", grants()));
            case "createAccount", "invite" ->
                Write.to(
                        operation.getOpenAPIPath(),
                        WHY.copy()
                                .put("userName", "friend")
                                .put("fullName", "Friend")
                                .put("email", "friend@example.org")
                                .put("grants", grants()));
            case "changeAccount" ->
                Write.to(
                        "/accounts/{}",
                        "one-leader",
                        ABSENT,
                        WHY.copy().put("version", 1).put("grants", grants()));
            case "resetPassword", "endSessions", "resetSecondFactor", "inviteAgain", "unlinkAccount" ->
                Write.to(operation.getOpenAPIPath().replace("{id}", "{}"), "one-leader", ABSENT, WHY);
            case "acknowledge" -> Write.to("/alerts/{}/acknowledge", "c-1002", ABSENT, COMMENT);
            case "actOnCase" ->
                Write.to(
                        "/alerts/{}/actions",
                        "c-1002",
                        ABSENT,
                        new JsonObject()
                                .put("action", "comment")
                                .put("seen", 2)
                                .put("details", new JsonObject().put("word", "mine")));
            // Based on a version that there is not: nothing is changed where it is let through.
            case "changeCaseProcedures" ->
                Write.to(
                        "/case-procedures",
                        WHY.copy()
                                .put("based", 77)
                                .put("procedures", new JsonArray())
                                .put("levels", new JsonArray()));
            case "changeNoticePlan" ->
                Write.to(
                        "/notice-plan",
                        WHY.copy()
                                .put("based", 77)
                                .put("rules", new JsonArray())
                                .put("steps", new JsonObject())
                                .put("caps", new JsonObject())
                                .put("time", new JsonObject()));
            case "markData" -> new Write("/marks", marked(People.FOREIGN), "/marks", marked(ABSENT));
            case "withdrawDataMark" -> Write.to("/marks/{}/withdraw", SampleConsole.MARK, ABSENT, new JsonObject());
            case "decideDataMark" ->
                Write.to(
                        "/marks/{}/decision",
                        SampleConsole.MARK,
                        ABSENT,
                        WHY.copy().put("accept", true));
            case "revokeDataMark" -> Write.to("/marks/{}/revoke", SampleConsole.MARK, ABSENT, WHY);
            case "changeMarkingRules" ->
                Write.to(
                        "/marking-rules",
                        WHY.copy()
                                .put("based", 77)
                                .put("term", new JsonObject())
                                .put("decideWithin", "1h")
                                .put("longest", "1h")
                                .put("rules", new JsonArray()));
            case "orderInspectionPack" ->
                new Write("/inspection-packs", pack(People.FOREIGN), "/inspection-packs", pack(ABSENT));
            case "lookAtReceipt" ->
                Write.to("/session/receipt/look", new JsonObject().put("token", "0000000000000000000000000A"));
            case "takeReceipt" ->
                Write.to(
                        "/session/receipt",
                        new JsonObject()
                                .put("token", "0000000000000000000000000A")
                                .put("press", "1790000000.0123456789abcdef"));
            case "changeMessageTemplates" ->
                Write.to("/message-templates", WHY.copy().put("based", 77).put("texts", new JsonArray()));
            case "previewMessage" ->
                new Write(
                        "/message-templates/preview",
                        previewed("c-1002"),
                        "/message-templates/preview",
                        previewed(ABSENT));
            case "addAlertRule" -> Write.to("/alert-rules", rule());
            case "changeAlertRule" -> Write.to("/alert-rules/{}", "limit-exceeded-2", ABSENT, rule());
            case "changeRuleDependencies" ->
                Write.to(
                        "/rule-dependencies",
                        new JsonObject().put("based", 0).put("reason", "关系").put("dependencies", new JsonArray()));
            case "changeLegalBasis" ->
                Write.to(
                        "/legal-bases/zj-air-17",
                        WHY.copy()
                                .put("based", 77)
                                .put("document", new JsonObject().put("zh", "法").put("en", "law"))
                                .put("text", new JsonObject().put("zh", "文").put("en", "text"))
                                .put("confirmed", true));
            case "mute" -> new Write("/mutes", muted(People.FOREIGN), "/mutes", muted(ABSENT));
            case "endMute" -> Write.to("/mutes/{}/end", "1", "999", new JsonObject());
            case "assignCases" -> new Write("/case-owners", owned("c-1002"), "/case-owners", owned(ABSENT));
            case "confirmContact" ->
                Write.to("/contacts/{}/confirm", contact(), ABSENT, new JsonObject().put("word", "mine"));
            case "markContact" ->
                Write.to(
                        "/contacts/{}/mark",
                        contact(),
                        ABSENT,
                        new JsonObject().put("broken", true).put("word", "mine"));
            case "answerContact" ->
                Write.to(
                        "/session/contact",
                        new JsonObject()
                                .put("token", contact() + ".0.1990000000000.c2lnbmF0dXJl")
                                .put("still", false));
            // To what there is not, so that nothing is sent.
            case "testChannel" -> Write.to("/channels/{}/test", "mail", ABSENT, new JsonObject().put("to", ABSENT));
            case "nameDeputy" ->
                Write.to(
                        "/session/deputies",
                        new JsonObject()
                                .put("deputy", ABSENT)
                                .put("from", "2026-12-01")
                                .put("until", "2026-12-14"));
            case "endDeputyship" -> Write.to("/session/deputies/{}/end", "dep-anothers", ABSENT, new JsonObject());
            case "declineProposal" -> Write.to("/proposals/{}/decline", proposal, ABSENT, COMMENT);
            // 5 is of an enterprise that nobody of a part sees.
            case "claimUnknownDevice" -> Write.to("/quarantine/{}/claim", "5", "999", claim());
            case "claimUnknownDevices" ->
                new Write("/quarantine/claims", claims("5"), "/quarantine/claims", claims("999"));
            case "discardUnknownDevice" -> Write.to("/quarantine/{}/discard", "5", "999", WHY);
            case "restoreUnknownDevice" -> Write.to("/quarantine/{}/restore", "5", "999", WHY);
            case "changeRegistry" ->
                new Write("/registry/changes", removal(People.FOREIGN), "/registry/changes", removal(ABSENT));
            case "undoRegistryChange" -> Write.to("/registry/changes/{}/undo", "1", "999", WHY);
            case "decideRegistryReview" ->
                Write.to(
                        "/registry/reviews/{}/decision",
                        Integer.toString(review),
                        "999",
                        COMMENT.copy().put("verdict", "approved"));
            case "reloadRegistryFiles" -> Write.to("/registry/files/reload", new JsonObject());
            case "revealPhone" ->
                Write.to("/registry/contact/enterprise%3A{}%3ALi/phone", People.FOREIGN, ABSENT, new JsonObject());
            case "handOver", "previewHandOver" ->
                Write.to(
                        operation.getOpenAPIPath().replace("{id}", "{}"),
                        "one-leader",
                        ABSENT,
                        WHY.copy().put("to", "officer").put("version", 1));
            case "saveReturn" ->
                Write.to("/returns/{}/2026-10", People.FOREIGN, ABSENT, new JsonObject().put("version", 0));
            case "submitReturn" ->
                Write.to(
                        "/returns/{}/2026-10/submit",
                        People.FOREIGN,
                        ABSENT,
                        new JsonObject().put("version", 1).put("signer", "Li").put("confirmed", true));
            case "fileObjection" ->
                Write.to(
                        "/enterprises/{}/objections",
                        People.FOREIGN,
                        ABSENT,
                        WHY.copy().put("kind", "intensity").put("month", "2026-06"));
            case "withdrawObjection" ->
                Write.to("/objections/{}/withdrawal", objection, ABSENT, new JsonObject().put("version", 1));
            case "decideObjection" ->
                Write.to(
                        "/objections/{}/decision",
                        objection,
                        ABSENT,
                        new JsonObject()
                                .put("version", 1)
                                .put("verdict", "upheld")
                                .put("words", "so it is")
                                .put("basis", "a record"));
            case "correctObjectedMonth" -> Write.to("/objections/{}/correction", objection, ABSENT, WHY);
            case "decideReturn" ->
                Write.to(
                        "/returns/{}/2026-10/decision",
                        People.FOREIGN,
                        ABSENT,
                        new JsonObject().put("version", 1).put("verdict", "accepted"));
            case "enterCleanStep" ->
                Write.to(
                        "/clean-production/{}/entries",
                        People.FOREIGN,
                        ABSENT,
                        paper().put("version", 0)
                                .put("step", "listed")
                                .put("day", "2026-10-20")
                                .put("register", "voluntary"));
            case "enterOrder" ->
                Write.to(
                        "/clean-production/{}/orders",
                        People.FOREIGN,
                        ABSENT,
                        paper().put("version", 0).put("kind", "rectify").put("day", "2026-10-20"));
            case "nameCleanOwner" ->
                Write.to("/clean-production/{}/owner", People.FOREIGN, ABSENT, new JsonObject().put("office", "mine"));
            case "proposeCandidate" ->
                Write.to(
                        "/clean-production/{}/proposals",
                        People.FOREIGN,
                        ABSENT,
                        new JsonObject().put("word", "mine").put("reasons", new JsonArray().add("toxic")));
            case "dropCandidate" ->
                Write.to(
                        "/clean-production/{}/proposals/1/drop",
                        People.FOREIGN,
                        ABSENT,
                        new JsonObject().put("word", "mine"));
            case "proposeCleanList" ->
                Write.to(
                        "/clean-production-lists",
                        paper().put("approvedOn", "2026-10-20")
                                .put("validFrom", "2026-11-01")
                                .put("reason", "mine")
                                .put("enterprises", new JsonArray().add(People.FOREIGN)));
            case "decideCleanList" ->
                Write.to("/clean-production-lists/1/decision", new JsonObject().put("verdict", "approved"));
            case "setCleanTerm" ->
                Write.to(
                        "/clean-production-terms",
                        new JsonObject()
                                .put("step", "started")
                                .put("base", "listed")
                                .put("months", 2)
                                .put("validFrom", "2026-01-01")
                                .put("sourceZh", "mine")
                                .put("confirmed", true)
                                .put("word", "mine"));
            case "addPlan" ->
                Write.to("/plans", new JsonObject().put("id", "mine").put("sample", true));
            case "changePlan" ->
                Write.to(
                        "/plans/{}",
                        SamplePlans.NOW,
                        ABSENT,
                        new JsonObject().put("version", 1).put("plan", new JsonObject()));
            case "stateValues" -> Write.to("/plans/{}/values", SamplePlans.NOW, ABSENT, values());
            case "takeYearSheets" -> Write.to("/year-sheets?source=mine", new JsonObject());
            case "enterYearSheet" ->
                Write.to(
                        "/year-sheets/{}/2024",
                        People.FOREIGN,
                        ABSENT,
                        new JsonObject().put("version", 0).put("source", "mine").put("figures", new JsonObject()));
            case "answerYearSheet" ->
                Write.to(
                        "/year-sheets/{}/2025/answer",
                        People.FOREIGN,
                        ABSENT,
                        new JsonObject().put("version", 1).put("right", true));
            case "saveAcceptance" -> Write.to("/acceptance/{}", DEVICE, ABSENT, new JsonObject().put("version", 0));
            case "signAcceptance" ->
                Write.to(
                        "/acceptance/{}/signature",
                        DEVICE,
                        ABSENT,
                        new JsonObject().put("version", 1).put("name", "Chen").put("confirmed", true));
            case "takeBackAcceptance" ->
                Write.to(
                        "/acceptance/{}/withdrawal",
                        DEVICE,
                        ABSENT,
                        new JsonObject().put("version", 2).put("words", "another meter"));
            case "decideAcceptance" ->
                Write.to(
                        "/acceptance/{}/decision",
                        DEVICE,
                        ABSENT,
                        new JsonObject()
                                .put("version", 2)
                                .put("verdict", "accepted")
                                .put("name", "Wang")
                                .put("confirmed", true));
            // A month that there is not: what may be closed of their own would be.
            case "closeMonthOfAll" -> Write.to("/closings", new JsonObject().put("month", "2026-13"));
            case "closeMonth" -> Write.to("/closings/{}/2026-10", PARK, ABSENT, WHY);
            case "askForReopening" -> Write.to("/closings/{}/2026-10/reopening", PARK, ABSENT, WHY);
            // No workbook and no file: what is in them is for the tests of sheets and uploads.
            case "previewSheet", "acceptSheet" ->
                Write.to(operation.getOpenAPIPath().replace("{kind}", "limits"), new JsonObject());
            case "previewFigureSheet", "acceptFigureSheet" -> Write.to(operation.getOpenAPIPath(), new JsonObject());
            // Without a name, as every officer may keep one that has all.
            case "addSheetMapping" ->
                Write.to("/figure-sheets/mappings", mapping().put("name", ""));
            case "changeSheetMapping" ->
                Write.to(
                        "/figure-sheets/mappings/{}", MAPPING, ABSENT, mapping().put("version", 1));
            case "removeSheetMapping" ->
                Write.to("/figure-sheets/mappings/{}?version=1", MAPPING, ABSENT, new JsonObject());
            case "decideSheetRows" ->
                Write.to(
                        "/figure-sheets/mappings/{}/matches",
                        MAPPING,
                        ABSENT,
                        new JsonObject().put("version", 1).put("matches", new JsonArray()));
            case "renewCredentials" -> new Write("/credentials", devices(DEVICE), "/credentials", devices(ABSENT));
            case "beginUpload" ->
                Write.to("/uploads", new JsonObject().put("name", "").put("bytes", 0));
            case "appendToUpload", "giveUpUpload" -> Write.to("/uploads/{}", PHOTO, ABSENT, new JsonObject());
            case "finishUpload" -> Write.to("/uploads/{}/finish", PHOTO, ABSENT, new JsonObject());
            case "attachFile" ->
                Write.to(
                        "/attachments/{}/attach",
                        PHOTO,
                        ABSENT,
                        new JsonObject().put("kind", "enterprise").put("id", People.OWN));
            case "removeAttachment" -> Write.to("/attachments/{}/remove", PHOTO, ABSENT, WHY);
            default ->
                throw new IllegalArgumentException("say here what is sent to " + operation.getOperationId()
                        + ", so that it is shown to be refused to whom it is not for");
        };
    }

    /** A text in which what is another's is called like what there is not. */
    String withoutIds(String text) {
        String plain = text;
        for (String id : List.of(
                SampleConsole.MARK,
                proposal,
                key,
                contact(),
                "dep-anothers",
                PHOTO,
                MAPPING,
                DEVICE,
                PARK,
                People.FOREIGN,
                "c-1002",
                objection,
                "999",
                ABSENT)) {
            plain = plain.replace(id, "ID");
        }
        for (String number : List.of(Integer.toString(review), "5")) {
            plain = plain.replace("\\\"" + number + "\\\"", "\\\"ID\\\"");
        }
        return plain;
    }

    private static JsonObject paper() {
        return new JsonObject()
                .put("document", new JsonObject().put("number", "1").put("authority", "mine"));
    }

    private static JsonObject values() {
        JsonObject value =
                new JsonObject().put("target", "11").put("version", 0).put("value", "1.6");
        return new JsonObject()
                .put("period", "2026-Q1")
                .put("source", "mine")
                .put("entries", new JsonArray().add(value));
    }

    private static JsonObject devices(String id) {
        return WHY.copy().put("devices", new JsonArray().add(id));
    }

    private static JsonObject mapping() {
        JsonArray columns = new JsonArray()
                .add(new JsonObject().put("heading", "n").put("role", "name"))
                .add(new JsonObject()
                        .put("heading", "{月}")
                        .put("role", "amount")
                        .put("figure", "output")
                        .put("unit", "万元"));
        return new JsonObject()
                .put("name", "mine")
                .put("fingerprint", "0".repeat(32))
                .put("source", "me")
                .put("status", "final")
                .put("allowedUse", "judge")
                .put("columns", columns);
    }

    private static JsonObject password(String password) {
        return new JsonObject().put("password", password);
    }

    private static JsonArray grants() {
        JsonObject scope = new JsonObject().put("district", true);
        List.of("parks", "enterprises", "outlets", "devices").forEach(part -> scope.put(part, new JsonArray()));
        return new JsonArray().add(new JsonObject().put("role", "officer").put("scope", scope));
    }

    private static JsonObject claims(String unknown) {
        JsonObject one = new JsonObject().put("unknown", unknown).put("points", claim().getJsonArray("points"));
        return WHY.copy().put("devices", new JsonArray().add(one));
    }

    private static JsonObject claim() {
        JsonObject facts =
                new JsonObject().put("unit", "1").put("kind", "state").put("expectedInterval", "15m");
        JsonObject door =
                new JsonObject().put("key", "door").put("quantity", "door").put("facts", facts);
        return WHY.copy().put("points", new JsonArray().add(door));
    }

    /** Of an enterprise that nobody of a part sees. */
    private static String contact() {
        Contact li = MarkedDistrict.whole()
                .enterprise(People.FOREIGN)
                .orElseThrow()
                .contacts()
                .get(0);
        return new OwnedContact(Subject.enterprise(People.FOREIGN), li).id();
    }

    private static JsonObject marked(String enterprise) {
        return WHY.copy()
                .put("scope", "outlet")
                .put("target", enterprise + ".stack-1")
                .put("kind", "treatment-fault")
                .put("from", "2026-11-23T08:00:00+08:00")
                .put("to", "2026-11-23T09:00:00+08:00");
    }

    private static JsonObject previewed(String id) {
        return new JsonObject()
                .put("case", id)
                .put("channel", "mail")
                .put("event", "raised")
                .put("tier", "enterprise")
                .put("language", "en");
    }

    /** Based on a version that there is not. */
    private static JsonObject rule() {
        return WHY.copy()
                .put("based", 77)
                .put("kind", "limit-exceeded")
                .put("scope", "district")
                .put("parameters", new JsonObject())
                .put("trial", false)
                .put("from", "2026-12-01")
                .put("confirmed", false);
    }

    private static JsonObject muted(String enterprise) {
        return WHY.copy()
                .put("kind", "known")
                .put("scope", "enterprise")
                .put("target", enterprise)
                .put("from", "2026-11-23T08:00:00+08:00")
                .put("to", "2026-11-24T08:00:00+08:00");
    }

    private static JsonObject owned(String id) {
        return new JsonObject()
                .put("cases", new JsonArray().add(id))
                .put("to", "officer")
                .put("word", "mine");
    }

    private static JsonObject removal(String enterprise) {
        return WHY.copy()
                .put(
                        "edits",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kind", "enterprise")
                                        .put("id", enterprise)
                                        .put("verb", "remove")));
    }
}
