package io.greenpark.ingest.coap;

import org.eclipse.californium.core.network.CoapStackFactory;
import org.eclipse.californium.core.network.ExtendedCoapStackFactory;
import org.eclipse.californium.core.network.Outbox;
import org.eclipse.californium.core.network.stack.BaseCoapStack;
import org.eclipse.californium.core.network.stack.BlockwiseLayer;
import org.eclipse.californium.core.network.stack.CoapStack;
import org.eclipse.californium.core.network.stack.CongestionControlLayer;
import org.eclipse.californium.core.network.stack.ExchangeCleanupLayer;
import org.eclipse.californium.core.network.stack.Layer;
import org.eclipse.californium.core.network.stack.ObserveLayer;
import org.eclipse.californium.elements.EndpointContextMatcher;
import org.eclipse.californium.elements.config.Configuration;

/** The layers of CoAP over UDP, with one more that hears of what the blockwise layer refuses. */
final class DoorStack extends BaseCoapStack {
    private DoorStack(
            String tag, Configuration config, EndpointContextMatcher matcher, Outbox outbox, StackRefusals refusals) {
        super(outbox);
        setLayers(new Layer[] {
            new ExchangeCleanupLayer(config),
            new ObserveLayer(config),
            new BlockwiseLayer(tag, false, config, matcher),
            refusals.layer(),
            CongestionControlLayer.newImplementation(tag, config)
        });
    }

    static CoapStackFactory factory(StackRefusals refusals) {
        return new ExtendedCoapStackFactory() {
            @Override
            public CoapStack createCoapStack(
                    String protocol,
                    String tag,
                    Configuration config,
                    EndpointContextMatcher matcher,
                    Outbox outbox,
                    Object argument) {
                return new DoorStack(tag, config, matcher, outbox, refusals);
            }

            @Override
            @Deprecated
            public CoapStack createCoapStack(
                    String protocol, String tag, Configuration config, Outbox outbox, Object argument) {
                throw new UnsupportedOperationException("the stack asks for the other method");
            }
        };
    }
}
