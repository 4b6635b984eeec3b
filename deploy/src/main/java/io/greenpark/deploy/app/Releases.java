package io.greenpark.deploy.app;

import io.greenpark.ingest.admission.KeptAdmission;
import io.greenpark.ingest.broker.BrokerConfig;
import io.greenpark.ingest.quarantine.QuarantineRelease;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The loop that brings what waited into the log once the registry knows it; it runs where the doors are. */
final class Releases {
    /** A look costs nothing while neither registry nor quarantine changes. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private Releases() {}

    static Supplier<List<LoopStatus>> open(AppConfig config, Stores stores, Clock clock, ShutdownStack shutdown) {
        KeptAdmission admission = new KeptAdmission(
                config.brokers().stream()
                        .collect(Collectors.<BrokerConfig, String, Predicate<String>>toMap(
                                BrokerConfig::name, broker -> broker::mayName)),
                config.intake().clockTolerance());
        QuarantineRelease release =
                new QuarantineRelease(stores.deadLetters().quarantine(), stores.log(), stores.registry(), admission);
        BackgroundLoop loop = shutdown.add(
                        "release of what waited",
                        new BackgroundLoop("quarantine", release::step, release::lag, LOOK_EVERY, clock))
                .start();
        stores.registry().onChange(change -> loop.wakeUp());
        return () -> List.of(loop.status());
    }
}
