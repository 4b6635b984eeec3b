package io.greenpark.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerNetworkTest {
    @Test
    void an_ipv6_network_counts_as_one_address() {
        assertThat(PeerNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2");
        assertThat(PeerNetwork.of("2001:db8:1:2:9:9:9:9%eth0")).isEqualTo("2001:db8:1:2");
        assertThat(PeerNetwork.of("192.168.7.5")).isEqualTo("192.168.7.5");
    }
}
