package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.alerts.evaluation.KnownDevices.Known;
import io.greenpark.alerts.evaluation.SilenceScene.Outset;
import io.greenpark.park.registry.Device;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The devices that are expected to send, those that are only looked at, as they are not accepted, and what is noted of them from one look to the next. One that is not expected any more
 * is forgotten, so that it begins anew when it returns. A look that finds nothing new writes nothing. Used by one thread.
 */
final class DeviceNotes {
    /** So that a writing transaction stays well under 50 ms. */
    private static final int PORTION = 500;

    private final Map<String, Known> written;
    private final Map<String, Device> expected = new LinkedHashMap<>();
    private final Map<String, Device> unaccepted = new LinkedHashMap<>();
    private final Map<String, Known> known = new LinkedHashMap<>();

    private DeviceNotes(Map<String, Known> written) {
        this.written = new HashMap<>(written);
    }

    static DeviceNotes read(Handle handle, Outset outset) {
        DeviceNotes notes = new DeviceNotes(KnownDevices.all(handle));
        for (Device device : outset.registry().facts().devices()) {
            // One of whose points all have ended is not expected to send.
            if (outset.registry().inUse(device.id(), outset.until())) {
                notes.expect(device, outset);
            }
        }
        return notes;
    }

    private void expect(Device device, Outset outset) {
        Known before = Optional.ofNullable(written.get(device.id())).orElse(new Known(outset.now(), null, null));
        (device.acceptance().counts(outset.until()) ? expected : unaccepted).put(device.id(), device);
        known.put(device.id(), before.broughtBy(outset.doors().broker(device, before.broker())));
    }

    /** By id, in the order of the registry. */
    Map<String, Device> expected() {
        return expected;
    }

    /** Those that would be, and are not accepted: their silence shows and is told nobody. By id, in the order of the registry. */
    Map<String, Device> unaccepted() {
        return unaccepted;
    }

    /** One that is expected. */
    Device device(String id) {
        return Optional.ofNullable(expected.get(id)).orElseThrow();
    }

    /** What is noted of a device that is expected or looked at. */
    Known of(String deviceId) {
        return Optional.ofNullable(known.get(deviceId)).orElseThrow();
    }

    void stands(String deviceId, @Nullable DeviceStanding standing) {
        known.computeIfPresent(deviceId, (id, is) -> is.standing(standing));
    }

    /** Writes what is not in the books yet. */
    void write(Books books) {
        List<Map.Entry<String, Known>> changed = known.entrySet().stream()
                .filter(e -> !e.getValue().equals(written.get(e.getKey())))
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList();
        List<String> gone =
                written.keySet().stream().filter(id -> !known.containsKey(id)).toList();
        inPortions(books, changed, (tx, portion) -> KnownDevices.put(tx.handle(), portion));
        inPortions(books, gone, (tx, portion) -> KnownDevices.remove(tx.handle(), portion));
        changed.forEach(e -> written.put(e.getKey(), e.getValue()));
        gone.forEach(written::remove);
    }

    private static <T> void inPortions(Books books, List<T> rows, BiConsumer<BooksTx, List<T>> work) {
        for (int i = 0; i < rows.size(); i += PORTION) {
            List<T> portion = new ArrayList<>(rows.subList(i, Math.min(rows.size(), i + PORTION)));
            books.write(tx -> {
                work.accept(tx, portion);
                return true;
            });
        }
    }
}
