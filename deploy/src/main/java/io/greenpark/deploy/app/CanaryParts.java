package io.greenpark.deploy.app;

import io.greenpark.operations.canary.BooksCheckpoints;
import io.greenpark.operations.canary.CanaryCredentials;
import io.greenpark.operations.canary.CanaryDevice;
import io.greenpark.operations.canary.CanaryLoop;
import io.greenpark.operations.canary.CanaryRegistry;
import java.time.Clock;

/** What the canary's carriers are given: a registry and credentials that know it. */
record CanaryParts(CanaryRegistry registry, CanaryCredentials credentials) {
    static CanaryParts of(Stores stores) {
        return new CanaryParts(new CanaryRegistry(stores.registry()), new CanaryCredentials(stores.credentials()));
    }

    /** The canary itself, which flies once started. */
    CanaryLoop loop(AppConfig config, Stores stores, String mqttUrl, Clock clock) {
        BooksCheckpoints trail = new BooksCheckpoints(
                stores.log(), stores.books(), config.influx().enabled());
        return CanaryDevice.at(mqttUrl, credentials, config.canary(), trail, clock);
    }
}
