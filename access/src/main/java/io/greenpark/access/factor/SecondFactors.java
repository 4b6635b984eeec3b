package io.greenpark.access.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.factor.FactorTable.Kept;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.secret.Secrets;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second factors of an installation, in memory and in the books. One that is being set up is in memory alone, and in use from the
 * first right code on. Any thread may call; what changes the books blocks.
 */
public final class SecondFactors {
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    /** So long somebody may take to set his app up. */
    private static final Duration SET_UP_WITHIN = Duration.ofHours(1);

    private final FactorTable table;
    private final FactorKey key;
    private final Clock clock;
    private final Map<String, Kept> kept;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    private record Pending(byte[] secret, Instant until) {}

    private SecondFactors(FactorTable table, FactorKey key, Clock clock) {
        this.table = table;
        this.key = key;
        this.clock = clock;
        this.kept = new ConcurrentHashMap<>(table.read());
    }

    /** Reads them from the books; warns where they are of another key. Blocks. */
    public static SecondFactors open(Books books, SecretFolder folder, Clock clock) {
        SecondFactors factors = new SecondFactors(new FactorTable(books), FactorKey.open(folder), clock);
        long unread = factors.kept.entrySet().stream()
                .filter(each -> factors.key
                        .open(each.getKey(), each.getValue().sealed())
                        .isEmpty())
                .count();
        if (unread > 0) {
            LOG.warn(
                    "credentials/second-factor-key: is not the key of {} of {} second factors in the books; put the file back"
                            + " that belongs to them, or have an administrator of accounts reset them",
                    unread,
                    factors.kept.size());
        }
        return factors;
    }

    /** Whether somebody needs more than the password. */
    public boolean isOn(String userName) {
        return kept.containsKey(userName);
    }

    /** What stands on record of somebody's second factor. */
    public JsonNode state(String userName) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("secondFactor", isOn(userName))
                .put("recoveryCodesLeft", recoveryCodesLeft(userName));
    }

    /** How many recovery codes somebody has left. */
    public int recoveryCodesLeft(String userName) {
        Kept factor = kept.get(userName);
        return factor == null ? 0 : factor.recovery().size();
    }

    /**
     * Begins to set one up; what was begun before is void.
     *
     * @throws FactorProblem if there is one already
     */
    public Enrolment begin(String userName) {
        requireOff(userName);
        byte[] secret = Secrets.randomBytes(Totp.SECRET_BYTES);
        pending.put(userName, new Pending(secret, clock.instant().plus(SET_UP_WITHIN)));
        return Enrolment.of(userName, secret);
    }

    private void requireOff(String userName) {
        if (isOn(userName)) {
            throw new FactorProblem(
                    "账号 \"" + userName + "\" 已启用动态验证码；如需更换，请先停用",
                    "account \"" + userName
                            + "\" has a second factor already; remove it before you set up another one");
        }
    }

    /**
     * Takes one into use, once its person has shown that the app makes its codes. Blocks.
     *
     * @return the recovery codes, which are kept nowhere as they are
     * @throws FactorProblem if none is being set up, or the code is wrong
     */
    public synchronized List<String> confirm(String userName, String code) {
        requireOff(userName);
        Pending set = pending.get(userName);
        if (set == null || !set.until().isAfter(clock.instant())) {
            pending.remove(userName);
            throw new FactorProblem(
                    "没有待确认的动态验证码，或已超过 1 小时；请重新开始设置",
                    "no second factor is being set up, or it was begun more than an hour ago; begin anew");
        }
        OptionalLong step = Totp.stepOf(set.secret(), code.strip(), clock.instant(), Long.MIN_VALUE);
        if (step.isEmpty()) {
            throw new FactorProblem(
                    "验证码不正确；请输入应用当前显示的 6 位数字，并检查手机时间是否准确",
                    "the code is wrong; give the six digits that the app shows now, and see whether the phone's clock is right");
        }
        List<String> codes = RecoveryCode.make();
        Kept factor = new Kept(key.seal(userName, set.secret()), step.getAsLong(), hashes(userName, codes));
        table.put(userName, factor, clock.instant());
        kept.put(userName, factor);
        pending.remove(userName);
        return codes;
    }

    private Set<String> hashes(String userName, List<String> codes) {
        Set<String> hashes = new HashSet<>();
        codes.forEach(each -> hashes.add(key.hash(userName, RecoveryCode.plain(each))));
        return hashes;
    }

    /**
     * Makes other recovery codes; those of before are good no longer. Blocks.
     *
     * @return the recovery codes, which are kept nowhere as they are
     * @throws FactorProblem if there is no second factor
     */
    public synchronized List<String> renewRecovery(String userName) {
        Kept factor = kept.get(userName);
        if (factor == null) {
            throw new FactorProblem(
                    "账号 \"" + userName + "\" 尚未启用动态验证码；请先设置",
                    "account \"" + userName + "\" has no second factor; set one up first");
        }
        List<String> codes = RecoveryCode.make();
        Kept renewed = factor.with(hashes(userName, codes));
        table.putRecovery(userName, renewed.recovery());
        kept.put(userName, renewed);
        return codes;
    }

    /** Whether a text is a recovery code, right or wrong, rather than one of the app. */
    public static boolean isRecoveryCode(String code) {
        return !Totp.isCode(code.strip());
    }

    /**
     * Whether a code of the app is right, which it then is no longer. Tells from memory, so that people sign in while the books are
     * away; {@link #noteUse} is to follow.
     */
    public synchronized boolean accept(String userName, String code) {
        Kept factor = kept.get(userName);
        byte[] secret = factor == null ? null : secret(userName, factor);
        if (factor == null || secret == null) {
            return false;
        }
        OptionalLong step = Totp.stepOf(secret, code.strip(), clock.instant(), factor.lastStep());
        step.ifPresent(right -> kept.put(userName, factor.usedAt(right)));
        return step.isPresent();
    }

    private byte @Nullable [] secret(String userName, Kept factor) {
        return key.open(userName, factor.sealed()).orElse(null);
    }

    /** Makes durable which code counted last, so that none counts twice over a restart either. Blocks. */
    public void noteUse(String userName) {
        Kept factor = kept.get(userName);
        if (factor != null) {
            table.used(userName, factor.lastStep());
        }
    }

    /** Whether a recovery code is right, which it then is no longer, durably. Blocks. */
    public synchronized boolean acceptRecovery(String userName, String code) {
        Kept factor = kept.get(userName);
        String hash = key.hash(userName, RecoveryCode.plain(code));
        if (factor == null || !factor.recovery().contains(hash) || !table.use(userName, hash, clock.instant())) {
            return false;
        }
        kept.put(userName, factor.without(hash));
        return true;
    }

    /** Takes one away, with its recovery codes; false if there was none. Blocks. */
    public synchronized boolean remove(String userName) {
        pending.remove(userName);
        if (!isOn(userName)) {
            return false;
        }
        table.remove(userName);
        kept.remove(userName);
        return true;
    }
}
