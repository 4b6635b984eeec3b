package io.greenpark.deploy.telling;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.desk.Act;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The clock of the district run through a month, every five minutes: what devices send and what people do comes from a script, everything else is
 * as on any day, and the platform does what it does by its clock.
 */
final class Month {
    static final LocalDateTime BEGIN = LocalDateTime.parse("2026-09-14T00:00");
    static final LocalDateTime END = BEGIN.plusDays(30);
    private static final int TICK_MINUTES = 5;
    private static final int MEANS_AT_MINUTE = 10;
    private static final int SIGNS_MINUTES = 30;
    private static final int LOOKS_MINUTES = 15;

    /** Contacts are looked at by day; what they are asked is asked once in months. */
    private static final int CONTACTS_HOUR = 9;

    private static final int MOST_PORTIONS = 50;
    private static final String NONE = "none";

    private final Timeline line;
    private final Mailboxes boxes;
    private final Map<LocalDateTime, List<Runnable>> script = new TreeMap<>();
    private final Map<String, Map<LocalDateTime, String>> means = new HashMap<>();
    private final List<Outage> outages = new ArrayList<>();
    private long offset;

    /** What looks at the clock beside the alerts, every hour. */
    private final Runnable hourly;

    Month(Timeline line, Mailboxes boxes, Runnable hourly) {
        this.line = line;
        this.boxes = boxes;
        this.hourly = hourly;
    }

    /**
     * A device sends nothing, or nothing new.
     *
     * @param silent whether it sends nothing; else its data stand still
     */
    private record Outage(String device, LocalDateTime from, LocalDateTime to, boolean silent) {
        boolean holds(String of, LocalDateTime at) {
            return device.equals(of) && !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** Something that happens at a time. */
    Month at(String local, Runnable what) {
        script.computeIfAbsent(LocalDateTime.parse(local), t -> new ArrayList<>())
                .add(what);
        return this;
    }

    /** The means of an outlet's hours from one on. */
    Month hours(int outlet, String from, String... mean) {
        LocalDateTime first = LocalDateTime.parse(from);
        for (int i = 0; i < mean.length; i++) {
            means.computeIfAbsent(MonthPark.point(outlet), p -> new HashMap<>()).put(first.plusHours(i), mean[i]);
        }
        return this;
    }

    /** The mean of an outlet's day. */
    Month day(int outlet, String day, String mean) {
        means.computeIfAbsent(MonthPark.point(outlet), p -> new HashMap<>())
                .put(LocalDate.parse(day).atStartOfDay(), mean);
        return this;
    }

    Month silent(String device, String from, String to) {
        outages.add(new Outage(device, LocalDateTime.parse(from), LocalDateTime.parse(to), true));
        return this;
    }

    Month standsStill(String device, String from, String to) {
        outages.add(new Outage(device, LocalDateTime.parse(from), LocalDateTime.parse(to), false));
        return this;
    }

    /** Somebody acts on the newest case of an enterprise. */
    Month act(String local, int enterprise, HandlingAction action, Actor by, Map<DetailField, String> details) {
        return at(local, () -> {
            Case c = newestCase(enterprise);
            line.desk().act(c.id(), new Act(action, by, c.events().size(), new StepDetails(details, List.of())));
        });
    }

    private Case newestCase(int enterprise) {
        String id = line.cases().list(CaseFilter.all(), 1_000).stream()
                .filter(c -> MonthPark.enterprise(enterprise).equals(c.enterpriseId()))
                .max(Comparator.comparing(Case::raisedAt))
                .orElseThrow()
                .id();
        return line.cases().find(id).orElseThrow();
    }

    void run() {
        for (LocalDateTime now = BEGIN; now.isBefore(END); now = now.plusMinutes(TICK_MINUTES)) {
            line.at(now.toString());
            script.getOrDefault(now, List.of()).forEach(Runnable::run);
            if (now.getMinute() == MEANS_AT_MINUTE) {
                book(now);
            }
            if (now.getMinute() % SIGNS_MINUTES == 0) {
                signs(now);
            }
            look(now);
            deliver();
        }
    }

    private void look(LocalDateTime now) {
        String local = now.toString();
        if (now.getMinute() % LOOKS_MINUTES == 0) {
            line.silenceAt(local).standstillAt(local).handlingAt(local);
        }
        if (now.getMinute() == 0) {
            line.endCases();
            hourly.run();
        }
        if (now.getHour() == CONTACTS_HOUR && now.getMinute() == 0) {
            line.contactsAt(local);
        }
        line.lookAtChannels().escalationsAt(local);
    }

    private void deliver() {
        int before = -1;
        for (int i = 0; i < MOST_PORTIONS && boxes.told().size() > before; i++) {
            before = boxes.told().size();
            line.deliver();
        }
    }

    private void signs(LocalDateTime now) {
        line.together(() -> {
            for (int n = 1; n <= MonthPark.ENTERPRISES; n++) {
                sign(now, MonthPark.meter(n), MonthPark.meter(n) + "-kwh");
                if (n <= MonthPark.OUTLETS) {
                    sign(now, MonthPark.analyser(n), MonthPark.point(n));
                }
            }
        });
    }

    private void sign(LocalDateTime now, String device, String point) {
        Outage outage =
                outages.stream().filter(o -> o.holds(device, now)).findFirst().orElse(null);
        if (outage == null) {
            line.sent(device, point, instant(now));
        } else if (!outage.silent()) {
            line.sent(device, point, instant(outage.from()));
        }
    }

    /** The hour that is over, at midnight the day, too. */
    private void book(LocalDateTime now) {
        LocalDateTime hour = now.minusMinutes(MEANS_AT_MINUTE).minusHours(1);
        List<Integer> air = IntStream.rangeClosed(1, MonthPark.AIR).boxed().toList();
        book(now, Step.HOUR, hour, air, "31");
        if (now.getHour() == 0) {
            List<Integer> water = IntStream.rangeClosed(MonthPark.AIR + 1, MonthPark.OUTLETS)
                    .boxed()
                    .toList();
            book(now, Step.DAY, hour.toLocalDate().atStartOfDay(), water, "42");
        }
    }

    private void book(LocalDateTime now, Step step, LocalDateTime from, List<Integer> outlets, String usual) {
        List<Reading> readings = new ArrayList<>();
        Mark.Kind kind = step == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
        for (int n : outlets) {
            String mean = means.getOrDefault(MonthPark.point(n), Map.of()).getOrDefault(from, usual);
            if (!mean.equals(NONE)) {
                readings.add(put(n, step, from, mean, now));
            }
        }
        line.books().write(tx -> {
            tx.readings().put(readings, new Position(0, offset++));
            readings.forEach(r -> tx.marks().mark(kind, r.pointId(), r.timeMs()));
            return true;
        });
        line.evaluate();
    }

    /** The mean of an hour changes now, by data that come late. */
    void correct(int outlet, String hour, String mean) {
        LocalDateTime from = LocalDateTime.parse(hour);
        hours(outlet, hour, mean);
        book(now(), Step.HOUR, from, List.of(outlet), mean);
    }

    private Reading put(int n, Step step, LocalDateTime from, String mean, LocalDateTime now) {
        Instant start = instant(from);
        Instant end = ParkTime.shanghai().endOf(step, start);
        line.accounts.put(
                MonthPark.point(n), step, new DischargeRow(start, end, new BigDecimal(mean), 60, 1, Quality.MEASURED));
        return new Reading(
                MonthPark.enterprise(n),
                MonthPark.analyser(n),
                "value",
                MonthPark.point(n),
                offset,
                Unit.MG_PER_M3,
                Flag.NORMAL,
                start.toEpochMilli(),
                instant(now).toEpochMilli(),
                Door.MQTT);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(line.clock.instant(), ParkTime.SHANGHAI);
    }

    private static Instant instant(LocalDateTime local) {
        return Timeline.time(local.toString());
    }

    /** When somebody is told at the latest hour of a digest at or after a time. */
    static LocalDateTime digest(String after) {
        LocalDateTime at = LocalDateTime.parse(after);
        LocalDateTime day = at.toLocalDate().atTime(8, 30);
        return day.isBefore(at) ? day.plusDays(1) : day;
    }
}
