package io.greenpark.objection.desk;

import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.objection.form.Objection;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Letters about objections, written in the transaction of what they tell of: to the enterprise that its objection arrived and how it was decided, to
 * the office of its park, the district's where that has no contact, that one is there, is due or overdue, or was taken back.
 */
public final class ObjectionLetters {
    /** Steps of the two correspondences about one. */
    private static final int FIRST = 1;

    private static final int ENDED = 2;
    private static final int REMINDED = 2;
    private static final int OVERDUE = 3;
    private static final int TAKEN_BACK = 4;

    private final RegistrySource registry;
    private final LetterBox letters;
    private final LinksConfig.Urls urls;

    public ObjectionLetters(RegistrySource registry, LetterBox letters, LinksConfig.Urls urls) {
        this.registry = registry;
        this.letters = letters;
        this.urls = urls;
    }

    void filed(Handle handle, Objection one, Instant now) {
        Bilingual day = ObjectionTexts.lastDay(one, registry.current());
        toEnterprise(handle, one, FIRST, "objection-received", ObjectionTexts.received(one, day), now);
        toOffice(handle, one, FIRST, "objection-filed", ObjectionTexts.filed(one, name(one), day), now);
    }

    void decided(Handle handle, Objection one, Instant now) {
        toEnterprise(handle, one, ENDED, "objection-decided", ObjectionTexts.decided(one), now);
    }

    void withdrawn(Handle handle, Objection one, Instant now) {
        toEnterprise(handle, one, ENDED, "objection-withdrawn", ObjectionTexts.withdrawn(one, name(one)), now);
        toOffice(handle, one, TAKEN_BACK, "objection-withdrawn", ObjectionTexts.withdrawn(one, name(one)), now);
    }

    /** The term of one ends soon. */
    public void reminded(Handle handle, Objection one, Instant now) {
        Bilingual day = ObjectionTexts.lastDay(one, registry.current());
        toOffice(handle, one, REMINDED, "objection-due", ObjectionTexts.due(one, name(one), day), now);
    }

    /** The term of one has passed. */
    public void overdue(Handle handle, Objection one, Instant now) {
        Bilingual day = ObjectionTexts.lastDay(one, registry.current());
        toOffice(handle, one, OVERDUE, "objection-overdue", ObjectionTexts.overdue(one, name(one), day), now);
    }

    private Bilingual name(Objection one) {
        return Subject.enterprise(one.enterpriseId()).name(registry.current());
    }

    private void toEnterprise(
            Handle handle, Objection one, int step, String event, ObjectionTexts.Text text, Instant now) {
        List<Contact> contacts = registry.current()
                .enterprise(one.enterpriseId())
                .map(Enterprise::contacts)
                .orElse(List.of());
        letters.write(
                handle,
                new Letter(
                        "objection:" + one.number(),
                        step,
                        Subject.enterprise(one.enterpriseId()),
                        event,
                        text.title(),
                        text.body(),
                        link(urls.enterprises(), one),
                        now),
                contacts);
    }

    private void toOffice(Handle handle, Objection one, int step, String event, ObjectionTexts.Text text, Instant now) {
        Registry current = registry.current();
        Park park = current.enterprise(one.enterpriseId()).map(current::parkOf).orElse(null);
        Park ofPark = park == null || park.contacts().isEmpty() ? null : park;
        District district = current.facts().district();
        letters.write(
                handle,
                new Letter(
                        "objection-office:" + one.number(),
                        step,
                        ofPark == null ? Subject.district(current.facts().districtId()) : Subject.park(ofPark.id()),
                        event,
                        text.title(),
                        text.body(),
                        link(urls.officers(), one),
                        now),
                ofPark == null ? district.contacts() : ofPark.contacts());
    }

    private static String link(String url, Objection one) {
        return url + "/#/objections/" + one.number();
    }
}
