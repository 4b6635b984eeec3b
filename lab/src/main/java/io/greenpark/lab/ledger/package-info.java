/**
 * A load whose every reading can be accounted for afterwards: values follow from point and time, a file notes what was sent
 * and what was acknowledged, and nothing is forgotten over lost connections. Comes in: a {@link io.greenpark.lab.ledger.LedgerLoad}; goes out: MQTT 3.1.1 at QoS 1 and a {@link io.greenpark.lab.ledger.LedgerFile}.
 */
@NullMarked
package io.greenpark.lab.ledger;

import org.jspecify.annotations.NullMarked;
