package io.greenpark.dashboards.source;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What waits to be claimed, as somebody sees it who has a part of the district. A device that nobody has registered lies nowhere; so it
 * is taken to lie where its gateway does, and a gateway where all devices are that it serves already. What cannot be told that way is
 * not there. Of a registered device, it is seen by who sees the device.
 */
final class ScopedQuarantine implements Quarantine {
    private final Quarantine all;
    private final RegistrySource whole;
    private final Scope scope;

    /** @param whole the registry of the whole district */
    ScopedQuarantine(Quarantine all, RegistrySource whole, Scope scope) {
        this.all = all;
        this.whole = whole;
        this.scope = scope;
    }

    private boolean sees(WaitingDevice device, Registry registry) {
        Device known = device.sender().deviceNamed(registry, device.deviceId());
        return known == null ? liesIn(device.sender(), registry) : scope.has(known, registry);
    }

    private boolean liesIn(ProvedSender sender, Registry registry) {
        return sender.kind() == ProvedSender.Kind.GATEWAY && scope.hasGateway(sender.name(), registry);
    }

    @Override
    public List<WaitingDevice> devices() {
        Registry registry = whole.current();
        return all.devices().stream().filter(d -> sees(d, registry)).toList();
    }

    @Override
    public Optional<WaitingDevice> device(long id) {
        Registry registry = whole.current();
        return all.device(id).filter(d -> sees(d, registry));
    }

    @Override
    public List<Overflow> overflows() {
        Registry registry = whole.current();
        return all.overflows().stream()
                .filter(o -> liesIn(o.sender(), registry))
                .toList();
    }

    @Override
    public boolean discard(long device, Discard discard) {
        return device(device).isPresent() && all.discard(device, discard);
    }

    @Override
    public boolean restore(long device) {
        return device(device).isPresent() && all.restore(device);
    }

    @Override
    public Portion portion(long device, Set<String> keys, long after, int max) {
        return device(device).isPresent() ? all.portion(device, keys, after, max) : Portion.none(device, keys);
    }

    @Override
    public Optional<Duration> spacing(long device, String key) {
        return device(device).isPresent() ? all.spacing(device, key) : Optional.empty();
    }

    @Override
    public long changes() {
        return all.changes();
    }

    @Override
    public CompletionStage<Void> append(List<KeptMessage> messages) {
        throw new UnsupportedOperationException("who looks at what waits appends nothing");
    }

    @Override
    public void settle(Portion portion, Set<Long> waiting, List<DeadLetter> refused) {
        throw new UnsupportedOperationException("who looks at what waits releases nothing");
    }
}
