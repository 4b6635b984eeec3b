package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.Reviews.Open;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.References;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requests that somebody is to decide, as they are seen in a part of the district, and what they would change. Asked for by every open
 * page: their edits are read and judged anew only where a request came or went, or the registry changed.
 */
final class OpenReviews {
    /** A registry that was replaced is kept no longer than this. */
    private static final Duration CACHED_FOR = Duration.ofMinutes(1);

    private static final int CACHED = 32;
    /** Who looks at requests, as the API has it of {@code GET /registry/reviews}. */
    private static final Set<Role> READERS = EnumSet.of(Role.OFFICER, Role.LEADER, Role.OPERATOR, Role.AUDITOR);

    private static final Seen NONE = new Seen(Set.of(), Map.of(), Map.of(), Map.of());

    private final RegistryDocuments documents;
    private final Briefly<Asked, Seen> seen;

    /** @param numbers of all that are open */
    private record Asked(Scope scope, List<Long> numbers) {}

    /**
     * What is seen of them.
     *
     * @param exactly the newest over each document that it edits
     * @param around the same with what such a document belongs to: a limit to a point, a point to a device
     * @param claims the newest that would register a device or points of it, by device
     */
    private record Seen(
            Set<Long> numbers,
            Map<DocumentKey, ReviewRequest> exactly,
            Map<DocumentKey, ReviewRequest> around,
            Map<String, ReviewRequest> claims) {}

    OpenReviews(RegistryDocuments documents, Clock clock) {
        this.documents = documents;
        this.seen = new Briefly<>(documents.whole(), clock, CACHED_FOR, CACHED);
    }

    /** Those that a part of the district has, oldest first. */
    List<Open> of(Scope scope) {
        List<Open> open = documents.reviews().open();
        if (scope.district() || open.isEmpty()) {
            return open;
        }
        Set<Long> theirs = seen(scope, open).numbers();
        return open.stream().filter(o -> theirs.contains(o.number())).toList();
    }

    /**
     * The newest that would change a document, or has changed it and may be taken back; null for none, and for whoever does not look at
     * requests: what the authority has not decided is not told to those whom it is about.
     */
    @Nullable
    JsonObject over(Viewer viewer, DocumentKey key) {
        return json(seen(viewer).exactly().get(key));
    }

    /** The same for what belongs to it, too: a point of a device, a limit of a point. */
    @Nullable
    JsonObject around(Viewer viewer, DocumentKey key) {
        return json(seen(viewer).around().get(key));
    }

    private Seen seen(Viewer viewer) {
        List<Open> open = documents.reviews().open();
        return viewer.scopeOf(READERS).map(scope -> seen(scope, open)).orElse(NONE);
    }

    /** By device, and of one under a name as sent by {@link #asSent}, the newest that would register it or points of it. */
    Map<String, ReviewRequest> claims(Scope scope) {
        return seen(scope, documents.reviews().open()).claims();
    }

    /** One of them, told beside what it would change; null for none. */
    static @Nullable JsonObject json(@Nullable ReviewRequest request) {
        return request == null
                ? null
                : new JsonObject()
                        .put("number", request.number())
                        .put("who", request.who())
                        .put("at", Json.time(request.at(), Json.PLATFORM_ZONE))
                        .put("emergency", request.emergency());
    }

    private Seen seen(Scope scope, List<Open> open) {
        if (open.isEmpty()) {
            return NONE;
        }
        List<Long> numbers = open.stream().map(Open::number).toList();
        return seen.of(new Asked(scope, numbers), registry -> look(scope, registry));
    }

    private Seen look(Scope scope, Registry registry) {
        Map<DocumentKey, ReviewRequest> exactly = new HashMap<>();
        Map<DocumentKey, ReviewRequest> around = new HashMap<>();
        Map<String, ReviewRequest> claims = new HashMap<>();
        List<ReviewRequest> requests = new SeenReviews(documents, scope).open();
        for (ReviewRequest request : requests) {
            for (Edit edit : request.edits()) {
                exactly.putIfAbsent(edit.key(), request);
                owners(edit, registry).forEach(key -> around.putIfAbsent(key, request));
                registered(edit, registry).forEach(device -> claims.putIfAbsent(device, request));
            }
        }
        return new Seen(
                requests.stream().map(ReviewRequest::number).collect(Collectors.toSet()),
                Map.copyOf(exactly),
                Map.copyOf(around),
                Map.copyOf(claims));
    }

    /**
     * What stands for a name as sent; no id is like it.
     *
     * @param gateway null for none
     */
    static String asSent(@Nullable String gateway, String name) {
        return (gateway == null ? "" : gateway) + "\n" + name;
    }

    private static Set<String> newDevice(Edit edit) {
        String id = edit.key().id();
        if (edit.json() == null) {
            return Set.of(id);
        }
        Document document = new Document(edit.json());
        String sentAs = document.text("sentAs");
        return sentAs == null ? Set.of(id) : Set.of(id, asSent(document.text("gateway"), sentAs));
    }

    /** The devices that an edit would register, or points of. */
    private static Set<String> registered(Edit edit, Registry registry) {
        String id = edit.key().id();
        return switch (edit.key().kind()) {
            case DEVICE -> registry.device(id).isEmpty() ? newDevice(edit) : Set.of();
            case POINT ->
                registry.point(id).isPresent()
                        ? Set.of()
                        : named(edit, DocumentKind.DEVICE).stream()
                                .map(DocumentKey::id)
                                .collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    /** The document itself, and what it belongs to by what the edit says of it and by what the registry does. */
    private static Set<DocumentKey> owners(Edit edit, Registry registry) {
        Set<DocumentKey> all = new HashSet<>();
        all.add(edit.key());
        if (edit.key().kind() == DocumentKind.POINT) {
            all.addAll(named(edit, DocumentKind.DEVICE));
            registry.point(edit.key().id()).map(OpenReviews::deviceOf).ifPresent(all::add);
        }
        if (edit.key().kind() == DocumentKind.LIMIT) {
            Set<DocumentKey> points = new HashSet<>(named(edit, DocumentKind.POINT));
            registry.facts().limits().stream()
                    .filter(l -> l.id().equals(edit.key().id()))
                    .map(Limit::pointId)
                    .forEach(id -> points.add(new DocumentKey(DocumentKind.POINT, id)));
            all.addAll(points);
            points.forEach(point ->
                    registry.point(point.id()).map(OpenReviews::deviceOf).ifPresent(all::add));
        }
        return all;
    }

    private static DocumentKey deviceOf(Point point) {
        return new DocumentKey(DocumentKind.DEVICE, point.deviceId());
    }

    private static List<DocumentKey> named(Edit edit, DocumentKind kind) {
        String json = edit.json();
        return json == null
                ? List.of()
                : References.of(edit.key(), new Document(json)).stream()
                        .filter(key -> key.kind() == kind)
                        .toList();
    }
}
