package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.contact.Addresses.Fate;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.alerts.contact.ContactLine;
import io.greenpark.alerts.contact.ContactLine.State;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts, how they stand and what is to be done about them; they are confirmed here, and addresses marked that do not work. */
final class ContactAnswers {
    private static final int LONGEST_WORD = 2_000;

    private final RegistrySource registry;
    private final ContactDesk desk;
    private final AuditLog audit;
    private final Clock clock;

    ContactAnswers(ConsoleSources sources, Clock clock) {
        this.registry = sources.registry();
        this.desk = sources.contacts();
        this.audit = sources.audit();
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "state", "park", "enterprise");
        question.oneOf("park", "enterprise");
        Parks parks = new Parks(registry);
        State state = question.choice("state", State.class).orElse(null);
        String park = question.text("park").map(id -> parks.park(id).id()).orElse(null);
        String enterprise =
                question.text("enterprise").map(id -> parks.enterprise(id).id()).orElse(null);
        Registry seen = registry.current();
        boolean staff = CaseStaff.isStaff(question.viewer());
        List<ContactLine> chosen = desk.lines(seen).stream()
                .filter(line -> park == null || park.equals(parkOf(seen, line.owner())))
                .filter(line -> enterprise == null || line.owner().equals(Subject.enterprise(enterprise)))
                .sorted(Comparator.comparing(ContactLine::state)
                        .reversed()
                        .thenComparing(line -> line.owner().name(seen).zh()))
                .toList();
        TableReply reply = new TableReply(question, clock, parks.districtZone());
        Listing<ContactLine> found = reply.searched(
                new Listing<>(new Bilingual("联系人", "Contacts"), columns(seen, staff), ContactLine::id, chosen));
        JsonObject about = new JsonObject().put("counts", counts(found.rows()));
        return reply.of(
                found.filter(line -> state == null || line.state() == state),
                "greenpark-contacts",
                about,
                line -> json(line, seen, staff));
    }

    private static JsonObject counts(List<ContactLine> lines) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        JsonObject json = new JsonObject();
        for (State state : State.values()) {
            json.put(state.name(), counts.getOrDefault(state, 0));
        }
        return json;
    }

    private static @Nullable String parkOf(Registry seen, Subject owner) {
        return switch (owner.scope()) {
            case PARK -> owner.id();
            case ENTERPRISE ->
                seen.enterprise(owner.id()).map(Enterprise::parkId).orElse(null);
            case DISTRICT -> null;
        };
    }

    private List<Column<ContactLine>> columns(Registry seen, boolean staff) {
        return List.of(
                Column.text(
                        "owner",
                        new Bilingual("对象", "Of"),
                        l -> Cell.words(l.owner().name(seen))),
                Column.text("park", new Bilingual("园区", "Park"), l -> Cell.words(parkName(seen, l.owner()))),
                Column.text("name", new Bilingual("联系人", "Contact"), l -> Cell.code(nameOf(l))),
                Column.text("address", new Bilingual("地址", "Address"), l -> Cell.code(addressOf(l))),
                Column.text("state", new Bilingual("状态", "State"), l -> Cell.words(ContactTexts.of(l.state()))),
                Column.text("due", new Bilingual("应确认日期", "To be confirmed"), l -> Cell.time(l.due(), zone(seen, l))),
                Column.text(
                        "confirmedAt",
                        new Bilingual("上次确认", "Last confirmed"),
                        l -> Cell.time(
                                l.confirmed() == null ? null : l.confirmed().at(), zone(seen, l))),
                Column.text("confirmedBy", new Bilingual("确认人", "Confirmed by"), l -> Cell.code(confirmedBy(l, staff))),
                Column.text("asked", new Bilingual("已发询问", "Letters"), l -> Cell.number(l.asked())),
                Column.text(
                        "problem",
                        new Bilingual("对方答复", "What the other side said"),
                        l -> Cell.code(problem(l, staff))),
                Column.text("nextStep", new Bilingual("下一步", "Next step"), l -> Cell.words(ContactTexts.nextStep(l))));
    }

    private static ZoneId zone(Registry seen, ContactLine line) {
        return line.owner().time(seen).zone();
    }

    private static @Nullable Bilingual parkName(Registry seen, Subject owner) {
        return Optional.ofNullable(parkOf(seen, owner))
                .flatMap(seen::park)
                .map(Park::name)
                .orElse(null);
    }

    private static @Nullable String nameOf(ContactLine line) {
        return line.contact() == null ? null : line.contact().name();
    }

    /** Of a webhook its host: what follows may hold a token. */
    private static @Nullable String addressOf(ContactLine line) {
        Contact contact = line.contact();
        if (contact == null) {
            return null;
        }
        String webhook = contact.webhook();
        return contact.email() != null || webhook == null
                ? contact.email()
                : webhook.replaceFirst("^(https?://[^/?#]*).*", "$1");
    }

    /** Who of the authority said what is told within it; whoever answered a letter is the contact itself. */
    private static @Nullable String confirmedBy(ContactLine line, boolean staff) {
        ContactLine.Confirmed confirmed = line.confirmed();
        return confirmed == null || !staff && !confirmed.how().equals("LINK") ? null : confirmed.by();
    }

    private static @Nullable String problem(ContactLine line, boolean staff) {
        ContactLine.Mark mark = line.mark();
        if (mark != null && staff) {
            return mark.word();
        }
        ContactLine.Address broken = line.broken();
        return broken == null ? null : broken.fate().answer();
    }

    private static JsonObject json(ContactLine line, Registry seen, boolean staff) {
        ZoneId zone = zone(seen, line);
        ContactLine.Confirmed confirmed = line.confirmed();
        Bilingual park = parkName(seen, line.owner());
        return new JsonObject()
                .put("id", line.id())
                .put("scope", line.owner().scope().name())
                .put("owner", line.owner().id())
                .put("ownerName", Json.name(line.owner().name(seen)))
                .put("park", park == null ? null : Json.name(park))
                .put("name", nameOf(line))
                .put("address", addressOf(line))
                .put("state", line.state().name())
                .put("due", Json.time(line.due(), zone))
                .put("asked", line.asked())
                .put("askedAt", Json.time(line.askedAt(), zone))
                .put("confirmedAt", Json.time(confirmed == null ? null : confirmed.at(), zone))
                .put("confirmedBy", confirmedBy(line, staff))
                .put("how", confirmed == null ? null : confirmed.how())
                .put("word", confirmed == null || !staff ? null : confirmed.word())
                .put("nextStep", Json.name(ContactTexts.nextStep(line)))
                .put("addresses", Json.array(line.addresses(), a -> json(a, line.mark(), staff, zone)));
    }

    private static JsonObject json(
            ContactLine.Address address, ContactLine.@Nullable Mark mark, boolean staff, ZoneId zone) {
        Fate fate = address.fate();
        ContactLine.Mark told = staff ? mark : null;
        return new JsonObject()
                .put("channel", address.channel())
                .put("brokenSince", Json.time(brokenSince(fate, mark), zone))
                .put("failingSince", Json.time(fate.failing(), zone))
                .put("answer", told == null ? fate.answer() : told.word())
                .put("markedBy", told == null ? null : told.by())
                .put("deliveredAt", Json.time(fate.delivered(), zone));
    }

    private static @Nullable Instant brokenSince(Fate fate, ContactLine.@Nullable Mark mark) {
        Instant found = fate.broken();
        return mark == null || found != null && found.isBefore(mark.at()) ? found : mark.at();
    }

    /** People of the enterprise know that themselves; an officer says how he does, and what officers know of its addresses is his to take back. */
    JsonObject confirm(Question question) {
        question.allow();
        ContactLine line = find(question.id());
        String word = word(
                question,
                question.viewer().is(Role.OFFICER) || question.viewer().is(Role.GRID_OFFICER));
        boolean officer = CaseStaff.partOf(question.viewer())
                .filter(part -> part.has(line.owner(), registry.current()))
                .isPresent();
        desk.confirm(registry, line.id(), question.viewer().person(), officer, word);
        audit.append(question.draft(AuditAction.CONTACT_CONFIRMED)
                .on("contact", line.id())
                .because(word));
        return json(find(line.id()), registry.current(), CaseStaff.isStaff(question.viewer()));
    }

    JsonObject mark(Question question) {
        question.allow();
        ContactLine line = find(question.id());
        if (!(question.body().getValue("broken") instanceof Boolean broken)) {
            throw Problem.badRequest(new Bilingual("\"broken\" 须为 true 或 false", "\"broken\" must be true or false"));
        }
        String word = String.valueOf(word(question, true));
        desk.mark(registry, line.id(), broken, question.viewer().person(), word);
        audit.append(question.draft(AuditAction.CONTACT_MARKED)
                .on("contact", line.id())
                .change(null, RecordedState.of(new JsonObject().put("broken", broken)))
                .because(word));
        return json(find(line.id()), registry.current(), CaseStaff.isStaff(question.viewer()));
    }

    private ContactLine find(String id) {
        return desk.find(registry.current(), id)
                .filter(line -> line.contact() != null)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有联系人 \"" + id + "\"；现有的见 /api/v1/contacts",
                        "contact \"" + id + "\" does not exist; /api/v1/contacts lists them")));
    }

    private static @Nullable String word(Question question, boolean needed) {
        Object word = question.body().getValue("word");
        if (word != null && !(word instanceof String) || needed && !(word instanceof String said && !said.isBlank())) {
            throw Problem.badRequest(new Bilingual(
                    "\"word\" 须说明如何得知，如“电话核实”", "\"word\" must say how that is known, as \"called them\""));
        }
        String text = word == null ? "" : ((String) word).strip();
        if (text.length() > LONGEST_WORD) {
            throw Problem.badRequest(new Bilingual(
                    "\"word\" 最多 " + LONGEST_WORD + " 个字符", "\"word\" has at most " + LONGEST_WORD + " characters"));
        }
        return text.isEmpty() ? null : text;
    }
}
