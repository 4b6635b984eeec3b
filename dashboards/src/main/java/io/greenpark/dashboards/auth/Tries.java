package io.greenpark.dashboards.auth;

import io.greenpark.dashboards.auth.SignInThrottle.Attempt;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Who tries what from where, as it is throttled and told. */
final class Tries {
    private final Proxies proxies;
    private final SessionCookies cookies;

    Tries(Proxies proxies, SessionCookies cookies) {
        this.proxies = proxies;
        this.cookies = cookies;
    }

    /**
     * One request that has to prove something.
     *
     * @param code of the second factor; null if none was given
     */
    record Try(
            RoutingContext ctx,
            InetAddress address,
            Attempt who,
            @Nullable String code) {
        String user() {
            return who.account();
        }

        String origin() {
            return address.getHostAddress();
        }
    }

    Try of(RoutingContext ctx, String userName, @Nullable String code) {
        InetAddress address = proxies.client(ctx.request());
        Sender sender = Sender.of(address, cookies.device(ctx, userName));
        return new Try(ctx, address, new Attempt(userName, sender), code);
    }
}
