package io.greenpark.deploy.telling;

import java.time.LocalDateTime;

/**
 * A message that somebody got.
 *
 * @param at by the clock of the district
 * @param channel {@code mail}, {@code sms}, {@code zhezhengding}, {@code dingtalk}, {@code wecom}, {@code feishu}
 * @param to its address there
 * @param subject of a mail; empty for others
 */
record Told(LocalDateTime at, String channel, String to, String subject, String text) {
    boolean has(String word) {
        return subject.contains(word) || text.contains(word);
    }
}
