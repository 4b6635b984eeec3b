package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.dossier.CaseDossier;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.Paper;
import io.greenpark.paper.pdf.PdfWriter;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Dossiers of cases as PDF, each made from what the API tells of the case to whoever asks. */
final class DossierAnswers {
    private static final String PDF = "application/pdf";

    private final Parks parks;
    private final AlertAnswers alerts;
    private final Clock clock;

    DossierAnswers(ConsoleSources sources, AlertAnswers alerts, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.alerts = alerts;
        this.clock = clock;
    }

    Reply one(Question question) {
        question.allow();
        Case c = alerts.find(question.id());
        Paper paper = paper(c, question.viewer(), question.language());
        return Reply.file(PdfWriter.bytes(paper), PDF, fileName(c));
    }

    /** In ASCII, by the number that people know it by. */
    static String fileName(Case c) {
        String number = c.handling() == null ? c.id() : c.handling().number();
        return "greenpark-" + number.replaceAll("[^A-Za-z0-9.-]", "_") + ".pdf";
    }

    Paper paper(Case c, Viewer viewer, Locale language) {
        return paper(told(c, viewer), c, viewer, language);
    }

    /** What a copy of somebody says of a case. */
    JsonObject told(Case c, Viewer viewer) {
        JsonObject told = alerts.whole(c, viewer);
        if (!CaseStaff.isStaff(viewer)) {
            hideOffice(told, contacts(c));
        }
        return told;
    }

    Paper paper(JsonObject told, Case c, Viewer viewer, Locale language) {
        return CaseDossier.of(
                told, named(c), language, viewer.person(), clock.instant(), parks.zoneOf(c.enterpriseId()));
    }

    /** On a paper that leaves the house, people of the authority who were told are not named. */
    private static void hideOffice(JsonObject told, Set<String> contacts) {
        told.getJsonArray("notices").stream()
                .map(JsonObject.class::cast)
                .filter(notice -> !contacts.contains(notice.getString("recipient")))
                .forEach(notice -> notice.put("recipient", CaseStaff.OFFICE_CODE));
    }

    private Set<String> contacts(Case c) {
        return Optional.ofNullable(c.enterpriseId())
                .flatMap(parks.registry()::enterprise)
                .map(Enterprise::contacts)
                .orElse(List.of())
                .stream()
                .map(Contact::name)
                .collect(Collectors.toSet());
    }

    private CaseDossier.Named named(Case c) {
        Registry registry = parks.registry();
        Optional<Point> point = Optional.ofNullable(c.pointId()).flatMap(registry::point);
        Optional<Outlet> outlet = point.map(Point::outletId).flatMap(registry::outlet);
        Optional<Device> device = Optional.ofNullable(c.deviceId()).flatMap(registry::device);
        Optional<Park> park = Optional.ofNullable(c.enterpriseId()).flatMap(registry::parkAround);
        return new CaseDossier.Named(
                AlertTexts.of(c.rule()),
                park.map(Park::name).orElse(CaseDossier.Named.NONE),
                outlet.map(DossierAnswers::named).orElse(CaseDossier.Named.NONE),
                point.map(Point::name).orElse(CaseDossier.Named.NONE),
                device.map(Device::name).orElse(CaseDossier.Named.NONE));
    }

    private static Bilingual named(Outlet outlet) {
        String code = outlet.code();
        return code == null
                ? outlet.name()
                : new Bilingual(
                        outlet.name().zh() + "（" + code + "）", outlet.name().en() + " (" + code + ")");
    }
}
