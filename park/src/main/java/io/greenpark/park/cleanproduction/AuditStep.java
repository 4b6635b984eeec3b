package io.greenpark.park.cleanproduction;

import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of a clean-production audit (清洁生产审核), in the order in which they are taken. */
public enum AuditStep {
    /** The authority puts the enterprise on a register of those that audit. */
    LISTED("列入名单", "listed", false),
    /** The enterprise publishes what it discharges and uses (公示). */
    PUBLISHED("企业信息公示", "published", true),
    STARTED("启动审核", "started", true),
    REPORTED("提交审核报告", "reported", true),
    /** The authority has assessed the report (评估). */
    ASSESSED("评估", "assessed", false),
    /** Measures of medium and high cost are done (中高费方案). */
    MEASURES("中高费方案实施完成", "medium- and high-cost measures done", true),
    /** The authority has accepted what was reached (验收). */
    ACCEPTED("验收", "accepted", false);

    private final Bilingual named;
    private final boolean ofEnterprise;

    AuditStep(String zh, String en, boolean ofEnterprise) {
        this.named = new Bilingual(zh, en);
        this.ofEnterprise = ofEnterprise;
    }

    /** How it is written in books, files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuditStep> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }

    /** What people call it. */
    public Bilingual named() {
        return named;
    }

    /** Whether the enterprise takes it; else the authority does. */
    public boolean ofEnterprise() {
        return ofEnterprise;
    }
}
