package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.registry.document.AcceptedFields;
import io.greenpark.registry.document.EnterpriseFileFields;
import io.greenpark.registry.rules.ContactRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the district, parks and enterprises with their contacts, outlets and gateways. */
final class SiteSections {
    private static final Accepted<String> NAME = Accepted.text(
            new Bilingual("文本，或 {zh: ..., en: ...}", "a text, or {zh: ..., en: ...}"), text -> !text.isBlank());

    private final Ids ids;

    SiteSections(Ids ids) {
        this.ids = ids;
    }

    /** The district where it is more than an id. */
    @Nullable
    District district(Settings f) {
        String id = f.required("id", Ids.ID);
        Bilingual name = name(f, id);
        List<Contact> contacts = contacts(f);
        f.reportUnknown();
        return id == null || !f.sound() ? null : new District(id, name, contacts);
    }

    @Nullable
    Park park(Settings f) {
        String id = f.text("id");
        Bilingual name = name(f, id);
        ZoneId zone = f.value("zone", AcceptedFields.ZONE, ParkTime.SHANGHAI);
        List<Contact> contacts = contacts(f);
        f.reportUnknown();
        return id == null || !f.sound() ? null : new Park(id, name, new ParkTime(zone), contacts);
    }

    @Nullable
    Enterprise enterprise(Settings f) {
        String id = f.text("id");
        String park = ids.reference(f, "park", Section.PARKS);
        Bilingual name = name(f, id);
        String industry = f.requiredText("industry", AcceptedFields.INDUSTRY);
        boolean aboveScale = f.flag("aboveScale", false);
        boolean polluting = f.flag("polluting", false);
        List<Contact> contacts = contacts(f);
        EnterpriseFile file = EnterpriseFileFields.read(f);
        f.reportUnknown();
        return id == null || park == null || industry == null || !f.sound()
                ? null
                : new Enterprise(id, park, name, industry, aboveScale, polluting, contacts, file);
    }

    private List<Contact> contacts(Settings f) {
        List<Contact> contacts = new ArrayList<>();
        for (Settings entry : f.list("contacts")) {
            Contact contact = contact(entry);
            if (contact != null) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    private @Nullable Contact contact(Settings f) {
        String name = f.requiredText("name", AcceptedFields.CONTACT_NAME);
        String email = f.value("email", ContactRules.EMAIL);
        String webhook = f.secret("webhook");
        if (webhook != null && !ContactRules.isWebAddress(webhook)) {
            f.fault("webhook", ContactRules.NO_WEB_ADDRESS);
        }
        String phone = f.value("phone", ContactRules.PHONE);
        String language = f.value("language", ContactRules.LANGUAGE);
        if (!f.has("email") && !f.has("webhook")) {
            f.fault("email", ContactRules.NO_WAY);
        }
        f.reportUnknown();
        return name == null || !f.sound()
                ? null
                : new Contact(name, email, webhook, phone, "en".equals(language) ? Locale.ENGLISH : Locale.CHINESE);
    }

    @Nullable
    Outlet outlet(Settings f) {
        String id = f.text("id");
        String enterprise = ids.reference(f, "enterprise", Section.ENTERPRISES);
        Bilingual name = name(f, id);
        Outlet.Medium medium = f.required("medium", choice(Outlet.Medium.class));
        Outlet.Standing standing = f.value("standing", choice(Outlet.Standing.class), Outlet.Standing.CLUE);
        String code = f.text("code");
        String permit = f.text("permit");
        f.reportUnknown();
        return id == null || enterprise == null || medium == null || !f.sound()
                ? null
                : new Outlet(id, enterprise, name, medium, standing, code, permit);
    }

    @Nullable
    Gateway gateway(Settings f) {
        String id = f.text("id");
        Bilingual name = name(f, id);
        f.alsoKnown("credential");
        f.reportUnknown();
        return id == null || !f.sound() ? null : new Gateway(id, name);
    }

    /** Where something comes from, in one or both languages; null, and a fault, where it is missing. */
    static @Nullable Bilingual source(Settings f, Bilingual what) {
        return f.isMapping("source") ? both(f, "source", "") : same(f.requiredText("source", what));
    }

    private static @Nullable Bilingual same(@Nullable String text) {
        return text == null ? null : Bilingual.same(text);
    }

    /** The Chinese of a text; null where it reads alike. */
    static @Nullable String chinese(@Nullable Bilingual text) {
        return text == null || text.zh().equals(text.en()) ? null : text.zh();
    }

    /** The name in one or both languages; the id where there is none. */
    static Bilingual name(Settings f, @Nullable String otherwise) {
        return both(f, "name", otherwise == null ? "" : otherwise);
    }

    /** A text in one or both languages; another where there is none. */
    static Bilingual both(Settings f, String key, String fallback) {
        if (!f.isMapping(key)) {
            String text = f.value(key, NAME);
            return Bilingual.same(text == null ? fallback : text);
        }
        Settings both = f.below(key);
        String zh = both == null ? null : both.text("zh");
        String en = both == null ? null : both.text("en");
        if (both != null) {
            both.reportUnknown();
        }
        String any = zh != null ? zh : en != null ? en : fallback;
        return new Bilingual(zh == null ? any : zh, en == null ? any : en);
    }
}
