package io.greenpark.ingest.coap;

import java.util.List;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.DelivererException;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;

/** Hands every request to the door, which says of each what is wrong with it, but for the discovery of resources. */
final class DoorDeliverer extends ServerMessageDeliverer {
    private static final List<String> DISCOVERY = List.of(".well-known", "core");

    private final Resource door;

    DoorDeliverer(Resource root, Configuration config, Resource door) {
        super(root, config);
        this.door = door;
    }

    @Override
    protected Resource findResource(Exchange exchange) throws DelivererException {
        Request request = exchange.getRequest();
        boolean discovery = request.getCode() == Code.GET
                && request.getOptions().getUriPath().equals(DISCOVERY);
        return discovery ? findResource(DISCOVERY) : door;
    }
}
