package io.greenpark.dashboards.access;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.fixture.SampleCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Device;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What people hear who have a page open while something changes with every device and every case. */
final class HeardEvents {
    private HeardEvents() {}

    /** What each hears until devices are among it, by name; people of whom nothing changes would wait for ever. */
    static Map<String, String> of(SampleConsole console, List<Person> people) throws Exception {
        ScheduledExecutorService acting = Executors.newSingleThreadScheduledExecutor();
        Map<String, HttpResponse<InputStream>> streams = new LinkedHashMap<>();
        try {
            for (Person person : people) {
                streams.put(person.name(), person.listen());
            }
            AtomicInteger acts = new AtomicInteger();
            // Until the first look has been taken nothing is a change, so everything changes again and again.
            acting.scheduleWithFixedDelay(() -> change(console, acts.getAndIncrement()), 0, 300, TimeUnit.MILLISECONDS);
            Map<String, String> heard = new LinkedHashMap<>();
            for (Map.Entry<String, HttpResponse<InputStream>> stream : streams.entrySet()) {
                heard.put(stream.getKey(), untilDevices(stream.getValue()));
            }
            return heard;
        } finally {
            acting.shutdownNow();
            for (HttpResponse<InputStream> stream : streams.values()) {
                stream.body().close();
            }
        }
    }

    private static void change(SampleConsole console, int act) {
        SampleCases cases = (SampleCases) console.sources().cases();
        for (String id : List.of("c-1002", "c-1003", "c-1004")) {
            cases.acknowledge(id, "act-" + act, "seen");
        }
        for (Device device : console.registry().service().current().facts().devices()) {
            cases.stands(device.id(), act % 2 == 0 ? DeviceStanding.SILENT : null);
        }
    }

    private static String untilDevices(HttpResponse<InputStream> stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.append(line).append('\n');
            if (line.startsWith("data: ") && line.contains("devices")) {
                break;
            }
        }
        return heard.toString();
    }
}
