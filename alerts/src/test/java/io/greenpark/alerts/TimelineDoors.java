package io.greenpark.alerts;

import io.greenpark.alerts.evaluation.DoorInputs;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.ListeningDoor.Standing;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The doors of a timeline, the brokers among them: whether they are open, whom they bring, what they refuse. */
abstract class TimelineDoors extends TimelineArrivals {
    private final Map<String, ListeningDoor> doors = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> brought = new HashMap<>();
    private final Map<String, StoredDeadLetter> refusals = new HashMap<>();
    private final Map<String, StoredDeadLetter> ofStrangers = new HashMap<>();

    TimelineDoors(BooksKind kind) {
        super(kind);
    }

    @Override
    DoorInputs doorInputs() {
        return new DoorInputs(
                () -> List.copyOf(doors.values()),
                new DoorInputs.Refusals(
                        id -> Optional.ofNullable(refusals.get(id)), id -> Optional.ofNullable(ofStrangers.get(id))));
    }

    /** A door of the platform's own is open from now on. */
    public Timeline opened(Door door) {
        return door(new ListeningDoor(
                door, door.code(), "127.0.0.1", Standing.open(clock.instant()), ListeningDoor.Devices.ALL));
    }

    /** A broker that may bring these devices, and has brought none yet, is there from now on. */
    public Timeline brokerIsThere(String name, String... devices) {
        Map<String, Long> brought = this.brought.computeIfAbsent(name, n -> new HashMap<>());
        return door(new ListeningDoor(
                Door.BROKER, name, "tcp://127.0.0.1:1883", Standing.open(clock.instant()), new ListeningDoor.Devices() {
                    @Override
                    public boolean mayCome(String device) {
                        return List.of(devices).contains(device);
                    }

                    @Override
                    public @Nullable Long lastArrivalMs(String device) {
                        return brought.get(device);
                    }
                }));
    }

    /** A door is shut, or its broker away, from now on. */
    public Timeline shut(String name) {
        return standing(name, s -> s.shutAt(clock.instant(), "Connection refused"));
    }

    /** It has not been there since the process began. */
    public Timeline shutSinceStart(String name) {
        return standing(name, s -> Standing.shut(s.since(), "Connection refused"));
    }

    /** It is back. */
    public Timeline back(String name) {
        return standing(name, s -> s.opened(clock.instant()));
    }

    public boolean isOpen(String name) {
        return Optional.ofNullable(doors.get(name)).orElseThrow().open();
    }

    private Timeline standing(String name, UnaryOperator<Standing> change) {
        ListeningDoor d = Optional.ofNullable(doors.get(name)).orElseThrow();
        return door(new ListeningDoor(d.door(), d.name(), d.address(), change.apply(d.standing()), d.devices()));
    }

    private Timeline door(ListeningDoor door) {
        doors.put(door.name(), door);
        return line();
    }

    /** A door is no longer in the settings. */
    public Timeline withoutDoor(String name) {
        doors.remove(name);
        return line();
    }

    /** A broker brings a message of a device now. */
    public Timeline broughtBy(String broker, String device) {
        brought.computeIfAbsent(broker, n -> new HashMap<>()).put(device, clock.millis());
        return sent(device, device, clock.instant(), Door.BROKER);
    }

    /** What brokers have brought is not known after the process began anew; doors open anew. */
    public Timeline forgetBrought() {
        brought.values().forEach(Map::clear);
        return line();
    }

    /** A message of a device, or of a gateway, is refused now. */
    public Timeline refused(
            String sender, @Nullable String device, RejectReason reason, @Nullable String key, String sent) {
        Bilingual detail = new Bilingual("请更正键名", "correct the key");
        DeadLetter letter = new DeadLetter(Door.MQTT, sender, device, key, reason, detail, sent, clock.millis());
        refusals.put(device == null ? sender : device, new StoredDeadLetter(1, letter, 1, clock.millis()));
        return line();
    }

    /** Someone who does not prove who it is gives the name of a device or gateway now. */
    public Timeline stranger(String address, String name, RejectReason reason) {
        Bilingual detail = new Bilingual("请核对密码", "check the password");
        DeadLetter letter = new DeadLetter(Door.MQTT, address, name, null, reason, detail, "", clock.millis());
        ofStrangers.put(name, new StoredDeadLetter(1, letter.ofStranger(), 1, clock.millis()));
        return line();
    }
}
