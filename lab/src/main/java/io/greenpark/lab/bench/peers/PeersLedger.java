package io.greenpark.lab.bench.peers;

import io.greenpark.lab.load.Ledger;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Which readings were acknowledged, to be compared with those that landed. */
final class PeersLedger {
    private final List<String> devices;
    private final PeersPark park;
    /** By device: a bit each second from the park's start. Filled on the generator's thread, read after it has ended. */
    private final List<BitSet> acknowledged;

    private final AtomicLong count = new AtomicLong();
    private final long middle;
    private final CountDownLatch half = new CountDownLatch(1);

    /**
     * What became of the readings.
     *
     * @param landed acknowledged ones that InfluxDB holds
     * @param lost acknowledged ones that it does not hold
     * @param unacknowledged ones that it holds although they were not acknowledged: their answer was lost with a connection
     */
    record Landed(long landed, long lost, long unacknowledged) {}

    /** @param readings how many are to be acknowledged in all */
    PeersLedger(PeersPark park, long readings) {
        this.park = park;
        this.devices = park.devices();
        this.acknowledged = Stream.generate(BitSet::new).limit(devices.size()).toList();
        this.middle = (readings + 1) / 2;
    }

    /** Keeps what is acknowledged of a load whose messages begin with a number. */
    Ledger from(long first) {
        return (client, sequence) -> {
            acknowledged.get(client).set((int) (first + sequence));
            if (count.incrementAndGet() == middle) {
                half.countDown();
            }
        };
    }

    long acknowledged() {
        return count.get();
    }

    /** Waits until half of the readings are acknowledged. */
    boolean awaitHalf(long seconds) throws InterruptedException {
        return half.await(seconds, TimeUnit.SECONDS);
    }

    Landed compare(InfluxQueries influx) throws IOException, InterruptedException {
        long landed = 0;
        long unacknowledged = 0;
        for (int i = 0; i < devices.size(); i++) {
            BitSet seen = new BitSet();
            influx.times(devices.get(i)).forEach(t -> seen.set((int) ((t - park.startMs()) / PeersPark.STEP_MS)));
            long all = seen.cardinality();
            seen.and(acknowledged.get(i));
            landed += seen.cardinality();
            unacknowledged += all - seen.cardinality();
        }
        return new Landed(landed, acknowledged() - landed, unacknowledged);
    }
}
