package io.greenpark.influx;

import io.greenpark.store.loop.ExpectedFailure;

/** The server could not be written to now; the same lines are sent again later. In English and Chinese, for health. */
final class InfluxFailure extends ExpectedFailure {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final transient Answer answer;

    InfluxFailure(Answer answer, String server, InfluxConfig config) {
        super(words(answer, server, config));
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    private static String words(Answer a, String server, InfluxConfig config) {
        String said = said(a);
        return switch (a.outcome()) {
            case DENIED ->
                server + " refuses the credentials (" + said + "); writing as " + config.access()
                        + ": set influx.token (2.x, 3 Core) or influx.username and influx.password (1.x) with the right to"
                        + " write. 服务器拒绝了凭据，请检查 influx.token，或 influx.username 与 influx.password 及其写入权限";
            case NO_DATABASE ->
                server + " has no \"" + config.database() + "\""
                        + (config.retentionPolicy() == null
                                ? ""
                                : " with" + " retention policy \"" + config.retentionPolicy() + "\"")
                        + " to write to (" + said + "); create the database (1.x), or a bucket of that name or a DBRP"
                        + " mapping (2.x). 目标数据库不存在，请创建数据库（1.x），或同名存储桶或 DBRP 映射（2.x）";
            case BUSY -> server + " is overloaded or slow (" + said + "); writing more slowly. 服务器繁忙或响应过慢，已放慢写入";
            case AWAY -> server + " cannot be reached (" + said + "). 无法连接服务器";
            default -> server + " cannot write (" + said + "); look at its disk and its log. 服务器无法写入，请检查其磁盘与日志";
        };
    }

    private static String said(Answer a) {
        String words = a.words().strip();
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        return a.status() == 0 ? cut : "HTTP " + a.status() + (cut.isEmpty() ? "" : ": " + cut);
    }
}
