package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the registry said of an enterprise within a span: of each document the versions that were in force at some time in it. Phones and addresses that may hold
 * a token are withheld as everywhere.
 */
final class PackRegistry {
    private static final int PAGE = 1_000;
    private static final List<DocumentKind> KINDS = List.of(
            DocumentKind.ENTERPRISE,
            DocumentKind.CONTACT,
            DocumentKind.OUTLET,
            DocumentKind.DEVICE,
            DocumentKind.POINT,
            DocumentKind.LIMIT,
            DocumentKind.TARGET);

    private final RegistryHistory history;
    private final ShownDocuments shown;
    private final String enterprise;
    private final PackSpan span;
    private final boolean ofOffice;

    /** Ids of each kind that belong to the enterprise. */
    private final Map<DocumentKind, Set<String>> own = new EnumMap<>(DocumentKind.class);

    /** @param ofOffice whether it is named who changed what */
    PackRegistry(ConsoleSources sources, String enterprise, PackSpan span, boolean ofOffice) {
        this.history = sources.documents().history();
        this.shown = new ShownDocuments(sources.registry(), history);
        this.enterprise = enterprise;
        this.span = span;
        this.ofOffice = ofOffice;
    }

    /** Writes them, a file a kind; what is of each kind is known after this. */
    void write(PackWriter pack) throws IOException {
        for (DocumentKind kind : KINDS) {
            JsonArray documents = new JsonArray();
            for (DocumentKey key : find(kind)) {
                documents.add(document(key));
            }
            byte[] text = new JsonObject()
                    .put("kind", kind.code())
                    .put("documents", documents)
                    .encodePrettily()
                    .getBytes(StandardCharsets.UTF_8);
            pack.add("registry/" + kind.code() + ".json", out -> out.write(text));
        }
    }

    /** Those of a kind, after {@link #write}. */
    Collection<String> ids(DocumentKind kind) {
        return own.getOrDefault(kind, Set.of());
    }

    /**
     * As of the begin, the end and now: what a registry was told later is of the span all the same, and says so. What was added and removed
     * in between is in none of them.
     */
    private Collection<DocumentKey> find(DocumentKind kind) {
        Map<String, DocumentKey> found = new LinkedHashMap<>();
        for (long change :
                List.of(history.newestBefore(span.begin()), history.newestBefore(span.end()), history.newest())) {
            String after = "";
            List<Version> page;
            do {
                page = history.asOf(change, kind, after, PAGE);
                for (Version version : page) {
                    if (version.json() != null && isOwn(version)) {
                        found.put(version.key().id(), version.key());
                    }
                    after = version.key().id();
                }
            } while (page.size() == PAGE);
        }
        own.put(kind, new HashSet<>(found.keySet()));
        return found.values();
    }

    private boolean isOwn(Version version) {
        String id = version.key().id();
        JsonObject json = new JsonObject(version.json());
        return switch (version.key().kind()) {
            case ENTERPRISE -> id.equals(enterprise);
            case CONTACT -> id.startsWith("enterprise:" + enterprise + ":");
            case POINT -> ids(DocumentKind.DEVICE).contains(json.getString("device"));
            case LIMIT -> ids(DocumentKind.POINT).contains(json.getString("point"));
            case TARGET -> enterprise.equals(json.getString("subject")) && "enterprise".equals(json.getString("scope"));
            default -> enterprise.equals(json.getString("enterprise"));
        };
    }

    private JsonObject document(DocumentKey key) {
        List<JsonObject> versions = new ArrayList<>();
        Version first = null;
        for (Version version : history.versions(key)) {
            Change change = history.change(version.change()).orElseThrow();
            first = version;
            if (change.committedAt().isBefore(span.end())) {
                versions.add(0, json(version, change));
                if (change.committedAt().isBefore(span.begin())) {
                    break;
                }
            }
        }
        boolean later = versions.isEmpty();
        if (later && first != null) {
            versions.add(json(first, history.change(first.change()).orElseThrow()));
        }
        return new JsonObject()
                .put("id", key.id())
                .put("enteredAfterPeriod", later)
                .put("versions", new JsonArray(versions));
    }

    private JsonObject json(Version version, Change change) {
        JsonObject json = new JsonObject()
                .put("change", change.number())
                .put("inForceFrom", Json.time(change.committedAt(), span.zone()));
        if (ofOffice) {
            json.put("who", change.who()).put("reason", change.reason());
        }
        return shown.put(json, version);
    }
}
