package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an account must be like. */
final class AccountRules {
    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,24}");
    private static final int LONGEST_NAME = 100;

    /** Kept apart, so that nobody can both act and hide it (three administrators: GB/T 22239-2019, 8.1.5). */
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ACCOUNT_ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR);

    private AccountRules() {}

    static void requireUserName(String userName) {
        if (!USER_NAME.matcher(userName).matches()) {
            throw AccountProblem.invalid(
                    "用户名 \"" + userName + "\" 不可用；须为 2 至 64 个字母、汉字、数字或 . _ - @，以字母、汉字或数字开头",
                    "user name \"" + userName
                            + "\" is not allowed; give 2 to 64 letters, digits or . _ - @, beginning with a"
                            + " letter or digit");
        }
    }

    static void requirePerson(Person person) {
        String name = person.fullName();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw AccountProblem.invalid(
                    "姓名须为 1 至 " + LONGEST_NAME + " 个字符",
                    "the full name must have 1 to " + LONGEST_NAME + " characters");
        }
        require(EMAIL, person.email(), "邮箱", "mail address", "name@example.org");
        require(PHONE, person.phone(), "电话", "phone number", "+86 138 0000 0000");
    }

    private static void require(Pattern allowed, @Nullable String value, String zh, String en, String example) {
        if (value != null && !allowed.matcher(value).matches()) {
            throw AccountProblem.invalid(
                    zh + " \"" + value + "\" 不可用；例如 " + example,
                    en + " \"" + value + "\" is not allowed; for example " + example);
        }
    }

    /** @param first the one account that whoever installs begins with: it may have all roles at once */
    static void requireGrants(Set<Grant> grants, boolean first) {
        for (Grant grant : grants) {
            if (grant.scope().isEmpty()) {
                throw AccountProblem.invalid(
                        "角色 " + grant.role() + " 没有范围；请指明全区，或若干园区、企业、排放口、设备",
                        "role " + grant.role()
                                + " is for nothing; name the district, or parks, enterprises, outlets or devices");
            }
            if (ADMINISTRATORS.contains(grant.role()) && !grant.scope().district()) {
                throw AccountProblem.invalid(
                        "角色 " + grant.role() + " 只能用于全区",
                        "role " + grant.role() + " is for the district as a whole only");
            }
        }
        Set<Role> administers = EnumSet.noneOf(Role.class);
        grants.stream().map(Grant::role).filter(ADMINISTRATORS::contains).forEach(administers::add);
        if (!first && administers.size() > 1) {
            throw AccountProblem.invalid(
                    "账号管理员、平台运维与审计员须为不同的人；请只授予 " + administers + " 中的一个",
                    "administrator of accounts, operator and auditor are different people; grant one of "
                            + administers);
        }
        if (!first
                && administers.contains(Role.ACCOUNT_ADMINISTRATOR)
                && grants.stream().anyMatch(AccountRules::isOfficer)) {
            // Who can make keys and passwords for others would be the second person of his own requests.
            throw AccountProblem.invalid(
                    "账号管理员不能兼任监管人员；请分别授予不同的人",
                    "an administrator of accounts is no officer; grant the two to different people");
        }
    }

    private static boolean isOfficer(Grant grant) {
        return grant.role() == Role.OFFICER;
    }

    /** Nobody raises himself, and nobody locks himself out. */
    static void requireAnother(String userName, Viewer by) {
        // A key of his own is no other person.
        if (by.account().equals(userName)) {
            throw AccountProblem.invalid(
                    "不能更改自己账号的权限、状态，或重置自己的密码、动态验证码；请由另一位账号管理员操作",
                    "nobody changes what his own account may do, its state or resets its password or second factor; ask"
                            + " another administrator of accounts");
        }
    }

    /** Somebody must be left who can open accounts. */
    static void requireAdministrator(Collection<AccountRow> all, AccountRow changed, Set<Grant> grants, State state) {
        boolean left = all.stream()
                .filter(row -> !row.userName().equals(changed.userName()))
                .anyMatch(row -> administers(row.grants(), row.state()));
        if (!left && !administers(grants, state)) {
            throw AccountProblem.invalid(
                    "账号 \"" + changed.userName() + "\" 是最后一个账号管理员；请先授予另一账号此角色",
                    "account \"" + changed.userName()
                            + "\" is the last administrator of accounts; give another one that role first");
        }
    }

    private static boolean administers(Set<Grant> grants, State state) {
        return state == State.OPEN && grants.stream().anyMatch(g -> g.role() == Role.ACCOUNT_ADMINISTRATOR);
    }
}
