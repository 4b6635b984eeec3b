package io.greenpark.dashboards.event;

import io.greenpark.park.registry.Registry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed between two looks: whose, by id; never what it is now.
 *
 * @param cases about which enterprises, parks or districts cases were raised, changed or ended
 * @param devices of which enterprises devices stand otherwise
 * @param closings of which parks a month was closed or opened
 */
record Changes(Set<String> cases, Set<String> devices, Set<String> closings) {
    /** More ids are not listed: nearly everything changed. */
    private static final int MOST = 500;

    /** What of it is about subjects that somebody's registry has. */
    Changes seenIn(Registry registry) {
        return new Changes(seenIn(registry, cases), seenIn(registry, devices), seenIn(registry, closings));
    }

    private static Set<String> seenIn(Registry registry, Set<String> ids) {
        if (!registry.isPart()) {
            return ids;
        }
        Set<String> seen = new TreeSet<>(ids);
        seen.removeIf(
                id -> registry.enterprise(id).isEmpty() && registry.park(id).isEmpty());
        return seen;
    }

    boolean isEmpty() {
        return cases.isEmpty() && devices.isEmpty() && closings.isEmpty();
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        put(json, "cases", cases);
        put(json, "devices", devices);
        put(json, "closings", closings);
        return json;
    }

    /** Null stands for everybody. */
    private static void put(JsonObject json, String kind, Set<String> ids) {
        if (!ids.isEmpty()) {
            json.put(kind, ids.size() > MOST ? null : new JsonArray(ids.stream().toList()));
        }
    }
}
