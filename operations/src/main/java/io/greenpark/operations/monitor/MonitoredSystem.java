package io.greenpark.operations.monitor;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.influx.HeldBack;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.Exposure;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.store.loop.LoopStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is monitored; every supplier gives the present state.
 *
 * @param versions what runs here, by name
 * @param readers may block
 * @param failingPoints why points have missing hours that they need not have
 * @param findings how many points there are with something noticed of each kind, of late; may block, and fail with the books
 * @param heldBack gives null where InfluxDB holds nothing against the rule, or is written to elsewhere
 * @param canary gives null where the canary is switched off
 * @param exposures what is open to others by the way it is set up
 */
public record MonitoredSystem(
        Map<String, String> versions,
        MonitoredStores stores,
        MonitoredDoors doors,
        EventLoopWatchdog eventLoops,
        Supplier<List<LoopStatus>> readers,
        Supplier<List<CertificateStatus>> certificates,
        Supplier<FilesStatus> registryFiles,
        Supplier<List<Reason>> failingPoints,
        Supplier<Map<FindingKind, Long>> findings,
        Supplier<@Nullable HeldBack> heldBack,
        Supplier<@Nullable CanaryStatus> canary,
        Supplier<HttpTraffic> http,
        List<Exposure> exposures) {
    public MonitoredSystem {
        versions = Map.copyOf(versions);
        exposures = List.copyOf(exposures);
    }
}
