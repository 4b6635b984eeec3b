package io.greenpark.dashboards.console;

import io.greenpark.dashboards.api.Problem;
import io.greenpark.dashboards.door.HeadFault;
import io.greenpark.dashboards.door.HostField;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every request must be like, whatever it asks for; what is behind may rely on it. Parsers of frameworks take much, and throw
 * later at what they took.
 */
final class RequestCheck {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]+(/.*|\\?.*)?");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final int HEX = 16;

    private RequestCheck() {}

    /** Why a request is refused unseen; null if it is well formed. */
    static @Nullable Problem fault(HttpServerRequest request, HeadFault head) {
        Bilingual text = headFault(head);
        if (text == null) {
            text = hostFault(request);
        }
        if (text == null && request.method() != HttpMethod.CONNECT) {
            text = targetFault(request.uri());
        }
        return text == null ? null : Problem.badRequest(text);
    }

    private static @Nullable Bilingual headFault(HeadFault head) {
        return switch (head) {
            case NONE -> null;
            case FOLDED_LINE ->
                new Bilingual(
                        "请求头的一个字段延续到了下一行；请写在一行内（RFC 9112，5.2）",
                        "a field of the header goes on in the next line; write it in one (RFC 9112, 5.2)");
            case TWO_LENGTHS ->
                new Bilingual(
                        "Content-Length 与 Transfer-Encoding 同时出现；请只发送其中一个（RFC 9112，6.1）",
                        "Content-Length stands beside Transfer-Encoding; send one of them (RFC 9112, 6.1)");
            case UNCLEAR_LENGTH ->
                new Bilingual(
                        "Content-Length 不是一个 1 至 18 位、不带填充的数；请只发送一次正文的字节长度（RFC 9112，6.2）",
                        "Content-Length is not one number of 1 to 18 digits without padding; send the length of the"
                                + " body in bytes, once (RFC 9112, 6.2)");
            case TOO_FAR_AHEAD ->
                new Bilingual(
                        "前面的请求尚未应答就发送了过多请求；请等待应答，或另开连接",
                        "too many requests were sent before the answers to those ahead of them; wait for answers, or"
                                + " open another connection");
        };
    }

    private static @Nullable Bilingual hostFault(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
            return null;
        }
        if (hosts.size() != 1) {
            return new Bilingual(
                    (hosts.isEmpty() ? "没有字段 Host" : "字段 Host 出现 " + hosts.size() + " 次") + "；请发送一次（RFC 9112，3.2）",
                    "the field Host stands " + (hosts.isEmpty() ? "nowhere" : hosts.size() + " times")
                            + "; send it once (RFC 9112, 3.2)");
        }
        return HostField.parse(hosts.get(0).strip()) != null
                ? null
                : new Bilingual(
                        "字段 Host 不是主机名（可带端口）；请发送本服务器的名称或地址",
                        "the field Host is not a host with or without a port; send the name or address of this server");
    }

    private static @Nullable Bilingual targetFault(String target) {
        if (target.equals("*")) {
            return null;
        }
        if (!VISIBLE.matcher(target).matches() || target.indexOf('#') >= 0) {
            return new Bilingual(
                    "请求地址中有不允许的字符；请编码，如 %E5%9B%AD",
                    "the address of the request holds a character that is not allowed there; encode it, e.g. %E5%9B%AD");
        }
        if (!target.startsWith("/") && !ABSOLUTE.matcher(target).matches()) {
            return new Bilingual(
                    "请求地址既不是路径，也不是 http URL", "the address of the request is neither a path nor an http URL");
        }
        String text = decoded(target);
        if (text == null) {
            return new Bilingual(
                    "请求地址不是百分号编码的 UTF-8（RFC 3986），如 %E5%9B%AD；% 本身写作 %25",
                    "the address of the request is not UTF-8 in percent encoding (RFC 3986), e.g. %E5%9B%AD; a % itself is"
                            + " written %25");
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? new Bilingual(
                        "请求地址中有控制字符，如 U+0000；请去掉",
                        "the address of the request holds a control character, e.g. U+0000; leave it out")
                : null;
    }

    /** A text without its percent encoding; null if that is not right. */
    private static @Nullable String decoded(String target) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(target.charAt(i + 2), HEX);
            if (low < 0) {
                return null;
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
