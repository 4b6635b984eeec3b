/**
 * Alerts: rules are evaluated on the figures of the accounts, cases show people what they found, the outbox notifies them.
 * The words, in the order in which one alert passes them:
 *
 * <ul>
 *   <li>A <b>mark</b> of the accounts says that the figures of a period have changed; it, or the end of the period, makes an
 *       evaluation <b>task</b>.
 *   <li>An <b>evaluation</b> applies a rule to the period. Its <b>verdict</b> says whether the period raises, holds, clears
 *       or says nothing. Verdicts are stored per case key: the rule and its subject.
 *   <li>An <b>episode</b> is the time from the first of enough raising periods to the last of enough clearing ones
 *       (hysteresis). It is computed from the verdicts whenever one of them changes, and never stored.
 *   <li>A <b>case</b> is an episode as people see it. A reconciler makes the cases of a key agree with its episodes; while
 *       a case <b>inhibits</b> another key, that key has none.
 *   <li>What happens to a case is an <b>event</b>: recorded, raised, worsened, amended, acknowledged, cleared, withdrawn.
 *       (The table {@code alert_step} and the API's {@code steps} hold the events.)
 *   <li>A <b>notification</b> tells one recipient of one event (the API's {@code notices}). A channel composes the
 *       <b>outbound message</b>, which the outbox keeps with the event.
 *   <li>A <b>delivery attempt</b> sends it; its <b>result</b> is delivered, retry or undeliverable.
 * </ul>
 */
@NullMarked
package io.greenpark.alerts;

import org.jspecify.annotations.NullMarked;
