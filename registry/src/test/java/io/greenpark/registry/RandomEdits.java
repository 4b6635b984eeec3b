package io.greenpark.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What people do to a registry at random: one to three documents at once, in any order, most of which can be done. */
final class RandomEdits {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryHistory history;
    private final Random random;

    RandomEdits(RegistryHistory history, Random random) {
        this.history = history;
        this.random = random;
    }

    List<Edit> next() {
        if (random.nextInt(5) == 0) {
            return goneWithAllThatNamesIt();
        }
        List<Edit> edits = new ArrayList<>();
        for (int i = -1; i < random.nextInt(3); i++) {
            edits.add(one());
        }
        return edits;
    }

    private Edit one() {
        DocumentKind kind = DocumentKind.values()[random.nextInt(DocumentKind.values().length)];
        List<Version> all = documents(kind);
        if (all.isEmpty() || random.nextInt(6) == 0) {
            return newOne(kind);
        }
        Version one = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new Edit(one.key(), Verb.REMOVE, null);
            case 1 -> new Edit(one.key(), Verb.PUT, put(one, patch(kind)));
            default -> new Edit(one.key(), Verb.PATCH, patch(kind));
        };
    }

    /** One document goes; what names it goes too, or names another, in any order. */
    private List<Edit> goneWithAllThatNamesIt() {
        Map<DocumentKey, Document> all = new TreeMap<>();
        for (DocumentKind kind : DocumentKind.values()) {
            documents(kind).forEach(v -> all.put(v.key(), new Document(v.json())));
        }
        List<DocumentKey> keys = new ArrayList<>(all.keySet());
        List<DocumentKey> going = new ArrayList<>(List.of(keys.get(random.nextInt(keys.size()))));
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < going.size(); i++) {
            DocumentKey gone = going.get(i);
            edits.add(new Edit(gone, Verb.REMOVE, null));
            all.forEach((key, document) -> {
                if (References.of(key, document).contains(gone) && !going.contains(key)) {
                    if (random.nextInt(3) > 0 && key.kind() != DocumentKind.CONTACT) {
                        edits.add(new Edit(key, Verb.PATCH, reference(field(gone, document), gone.kind())));
                    } else {
                        going.add(key);
                    }
                }
            });
        }
        Collections.shuffle(edits, random);
        return edits;
    }

    private static String field(DocumentKey gone, Document document) {
        String own = gone.kind().name().toLowerCase(Locale.ROOT);
        return gone.id().equals(document.text(own)) ? own : "subject";
    }

    private List<Version> documents(DocumentKind kind) {
        return history.asOf(history.newest(), kind, "", 1_000);
    }

    /** The whole document, with what a patch says at its top. */
    private static String put(Version version, String patch) {
        try {
            ObjectNode fields = (ObjectNode) JSON.readTree(version.json());
            JSON.readTree(patch).properties().forEach(e -> {
                if (!e.getValue().isObject()) {
                    fields.set(e.getKey(), e.getValue());
                }
            });
            return fields.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)].replace('\'', '"');
    }

    /** The id of one that is there, or now and then of one that is not. */
    private String idOf(DocumentKind kind) {
        List<Version> all = documents(kind);
        return all.isEmpty() || random.nextInt(15) == 0
                ? "nowhere"
                : all.get(random.nextInt(all.size())).key().id();
    }

    private String reference(String field, DocumentKind kind) {
        return "{\"" + field + "\": \"" + idOf(kind) + "\"}";
    }

    private String patch(DocumentKind kind) {
        return switch (kind) {
            case DISTRICT, GATEWAY -> pick("{'name': {'zh': '东'}}", "{'name': {'zh': 'a', 'en': 'a'}}");
            case PARK -> pick("{'zone': 'Asia/Tokyo'}", "{'zone': 'Europe/Berlin'}", "{'name': {'zh': '园'}}");
            case ENTERPRISE ->
                random.nextBoolean()
                        ? reference("park", DocumentKind.PARK)
                        : pick("{'industry': 'steel'}", "{'polluting': true}");
            case CONTACT -> pick("{'email': 'a1@b.c'}", "{'language': 'en'}", "{'webhook': 'https://a.b'}");
            case OUTLET ->
                random.nextInt(3) == 0
                        ? reference("enterprise", DocumentKind.ENTERPRISE)
                        : pick("{'standing': 'evidence'}", "{'medium': 'water'}");
            case DEVICE ->
                switch (random.nextInt(4)) {
                    case 0 -> reference("gateway", DocumentKind.GATEWAY);
                    case 1 -> reference("enterprise", DocumentKind.ENTERPRISE);
                    default ->
                        pick(
                                "{'gateway': null}",
                                "{'sentAs': 'M#1'}",
                                "{'sentAs': null}",
                                "{'silenceAfter': '2h'}",
                                "{'name': {'en': 'm'}}");
                };
            case POINT -> point();
            case STATISTIC ->
                pick(
                        "{'ivaCny': '7'}",
                        "{'ivaCny': null}",
                        "{'allowedUse': 'judge'}",
                        "{'allowedUse': 'show-own'}",
                        "{'allowedUse': 'aggregate-only'}",
                        "{'allowedUse': null}",
                        "{'status': 'final'}");
            case BILL -> pick("{'amount': '7'}", "{'allowedUse': 'aggregate-only'}", "{'unit': 'MWh'}");
            case COEFFICIENT_SET ->
                pick(
                        "{'coefficients': {'electricity': {'kgcePerUnit': '0.404'}}}",
                        "{'coefficients': {'heat': null}}",
                        "{'coefficients': {'lng': {'kgcePerUnit': '1.7', 'source': 's'}}}",
                        "{'validTo': '2030-01-01'}",
                        "{'validFrom': '2020-01-01'}",
                        "{'basis': 'equal-value'}");
            case TARGET ->
                pick(
                        "{'yearlyChangePercent': '-3'}",
                        "{'toYear': 2029}",
                        "{'scope': 'park', 'subject': '" + idOf(DocumentKind.PARK) + "'}",
                        "{'scope': 'district', 'subject': '" + idOf(DocumentKind.DISTRICT) + "'}");
            case CLOSING -> pick("{'edition': 2}", "{'closedBy': 'x'}");
            case LIMIT ->
                random.nextInt(4) == 0
                        ? reference("point", DocumentKind.POINT)
                        : pick(
                                "{'upper': '51'}",
                                "{'lower': '3'}",
                                "{'warnFraction': '0.9'}",
                                "{'validTo': '2026-02-01T00:00:00Z'}",
                                "{'validTo': null}",
                                "{'averaging': 'day'}");
        };
    }

    private String point() {
        return random.nextInt(5) == 0
                ? reference("outlet", DocumentKind.OUTLET)
                : pick(
                        "{'name': {'en': 'p'}}",
                        "{'outlet': null}",
                        "{'endedAt': '2026-04-01T00:00:00Z'}",
                        "{'endedAt': '2027-01-01T00:00:00Z'}",
                        "{'endedAt': null}",
                        "{'facts': {'1970-01-01T00:00:00Z': {'maxPerHour': '9'}}}",
                        "{'facts': {'1970-01-01T00:00:00Z': {'zone': 'Europe/Berlin'}}}",
                        "{'facts': {'1970-01-01T00:00:00Z': {'ratio': '40'}}}",
                        "{'facts': {'1970-01-01T00:00:00Z': null}}",
                        "{'facts': {'2025-12-31T16:00:00Z': {'ratio': '60'}}}",
                        "{'facts': {'2025-12-31T16:00:00Z': null}}",
                        "{'facts': {'2026-04-01T00:00:00Z': {'kind': 'register', 'unit': 'kWh', 'expectedInterval':"
                                + " '15m', 'ratio': '70'}}}",
                        "{'replacements': {'2025-07-01T00:00:00Z': {'oldEnd': '5', 'newStart': '1'}}}",
                        "{'replacements': null}",
                        "{'key': 'k9'}");
    }

    private Edit newOne(DocumentKind kind) {
        String name = "'name': {'zh': '新', 'en': 'new'}";
        String firm = "'enterprise': '" + idOf(DocumentKind.ENTERPRISE) + "'";
        int n = random.nextInt(3);
        return switch (kind) {
            case DISTRICT -> put(kind, pick("district", "other"), "{" + name + "}");
            case PARK -> put(kind, "park-" + n, "{" + name + ", 'zone': 'Asia/Tokyo'}");
            case ENTERPRISE ->
                put(kind, "firm-" + n, "{" + name + ", 'park': '" + idOf(DocumentKind.PARK) + "', 'industry': 'food'}");
            case CONTACT -> {
                String id = idOf(DocumentKind.ENTERPRISE);
                yield put(
                        kind,
                        "enterprise:" + id + ":n" + n,
                        "{'scope': 'enterprise', 'subject': '" + id + "', 'name': 'n" + n
                                + "', 'email': 'a1@b.c', 'language': 'zh'}");
            }
            case OUTLET -> put(kind, "outlet-" + n, "{" + name + ", " + firm + ", 'medium': 'stack'}");
            case GATEWAY -> put(kind, "gateway-" + n, "{" + name + "}");
            case DEVICE -> put(kind, "device-" + n, "{" + name + ", " + firm + ", 'silenceAfter': '1h'}");
            case POINT -> {
                String device = idOf(DocumentKind.DEVICE);
                yield put(
                        kind,
                        device + "-k0",
                        "{" + name + ", 'device': '" + device + "', 'key': 'k0', 'quantity': 'nox', 'facts':"
                                + " {'1970-01-01T00:00:00Z': {'kind': 'gauge', 'unit': 'mg/m3', 'expectedInterval':"
                                + " '15m'}}}");
            }
            case STATISTIC -> {
                String id = idOf(DocumentKind.ENTERPRISE);
                yield put(
                        kind,
                        id + ":2026-0" + (1 + n),
                        "{'enterprise': '" + id + "', 'month': '2026-0" + (1 + n)
                                + "', 'ivaCny': '5', 'status': 'final', 'source': 'p', 'allowedUse': 'show-own'}");
            }
            case BILL -> {
                String id = idOf(DocumentKind.ENTERPRISE);
                yield put(
                        kind,
                        id + ":2026-0" + (1 + n) + ":electricity",
                        "{'enterprise': '" + id + "', 'month': '2026-0" + (1 + n)
                                + "', 'carrier': 'electricity', 'amount': '5', 'unit': 'kWh', 'accounts': '33, 44',"
                                + " 'status': 'final', 'source': 'g', 'allowedUse': 'show-own'}");
            }
            case COEFFICIENT_SET ->
                put(
                        kind,
                        "set-" + n,
                        "{'validFrom': '202" + n
                                + "-01-01', 'basis': 'equivalent', 'coefficients': {'electricity': {'kgcePerUnit':"
                                + " '0.1', 'source': 'p'}}}");
            case TARGET ->
                put(
                        kind,
                        "target-" + n,
                        "{'scope': 'enterprise', 'subject': '" + idOf(DocumentKind.ENTERPRISE)
                                + "', 'yearlyChangePercent': '-2', 'baseYear': 2023, 'fromYear': 2024, 'toYear': 2024,"
                                + " 'source': 'p'}");
            case CLOSING ->
                put(
                        kind,
                        idOf(DocumentKind.PARK) + ":2026-0" + (1 + n),
                        "{'park': '" + idOf(DocumentKind.PARK) + "', 'month': '2026-0" + (1 + n)
                                + "', 'edition': 1, 'closedAt': '2026-09-01T00:00:00Z', 'closedBy': 'p'}");
            case LIMIT ->
                put(
                        kind,
                        "limit-" + n,
                        "{'point': '" + idOf(DocumentKind.POINT)
                                + "', 'averaging': 'hour', 'upper': '40', 'unit': 'mg/m3', 'source': 'p',"
                                + " 'validFrom': '2025-01-01T00:00:00Z'}");
        };
    }

    private static Edit put(DocumentKind kind, String id, String json) {
        return new Edit(new DocumentKey(kind, id), Verb.PUT, json.replace('\'', '"'));
    }
}
