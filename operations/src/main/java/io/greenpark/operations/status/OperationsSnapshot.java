package io.greenpark.operations.status;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.store.log.LogStatus;
import io.greenpark.store.loop.LoopStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the platform at one moment; a component per part of the platform.
 *
 * @param versions what runs here, by name: {@code greenpark}, {@code java}, {@code os}
 * @param doors the doors that were opened, brokers included
 * @param quarantine what waits to be claimed
 * @param certificates those that doors and console show
 * @param registryFiles how the registry's files stand
 * @param canary null where it is switched off
 * @param http what has come in at the console's port
 * @param exposures what is open to others by the way it is set up
 */
public record OperationsSnapshot(
        Instant at,
        Map<String, String> versions,
        Troubles troubles,
        List<DoorStatus> doors,
        IntakeStatus intake,
        List<LoopStatus> readers,
        LogStatus log,
        BooksCounts counts,
        QuarantineCounts quarantine,
        List<CertificateStatus> certificates,
        FilesStatus registryFiles,
        @Nullable CanaryStatus canary,
        DiskUse disk,
        HttpTraffic http,
        List<Exposure> exposures) {
    public OperationsSnapshot {
        versions = Map.copyOf(versions);
        doors = List.copyOf(doors);
        readers = List.copyOf(readers);
        certificates = List.copyOf(certificates);
        exposures = List.copyOf(exposures);
    }
}
