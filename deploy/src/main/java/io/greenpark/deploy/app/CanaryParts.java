package io.greenpark.deploy.app;

import io.greenpark.operations.canary.BooksCheckpoints;
import io.greenpark.operations.canary.CanaryCredentials;
import io.greenpark.operations.canary.CanaryDevice;
import io.greenpark.operations.canary.CanaryLoop;
import io.greenpark.operations.canary.CanaryRegistry;
import java.time.Clock;

/** The registry and the credentials that know the canary, for everything its readings pass. */
record CanaryParts(CanaryRegistry registry, CanaryCredentials credentials) {
    static CanaryParts of(Stores stores) {
        return new CanaryParts(new CanaryRegistry(stores.registry()), new CanaryCredentials(stores.credentials()));
    }

    /** The canary itself, which sends probes once started. */
    CanaryLoop loop(AppConfig config, Stores stores, String mqttUrl, Clock clock) {
        BooksCheckpoints checkpoints = new BooksCheckpoints(
                stores.log(), stores.books(), config.influx().enabled());
        return CanaryDevice.at(mqttUrl, credentials, config.canary(), checkpoints, clock);
    }
}
