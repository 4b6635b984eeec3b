package io.greenpark.alerts.cases;

/**
 * The rule by which a case was raised, as it stood then.
 *
 * @param id of the rule
 * @param version of the rule
 * @param says the rule and the legal bases that it cites, JSON with sorted keys
 */
public record CitedRule(String id, long version, String says) {}
