package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody may do and where, in words, for files. */
final class GrantTexts {
    private GrantTexts() {}

    static Bilingual of(Collection<Grant> grants, ScopeNames names) {
        List<Grant> sorted = GrantJson.sorted(grants);
        return new Bilingual(joined(sorted, Bilingual::zh, "；", names), joined(sorted, Bilingual::en, "; ", names));
    }

    private static String joined(List<Grant> grants, Function<Bilingual, String> in, String between, ScopeNames names) {
        return grants.stream()
                .map(g -> in.apply(of(g.role())) + " (" + in.apply(names.of(g.scope())) + ")")
                .collect(Collectors.joining(between));
    }

    /** What somebody of a role sees and does, for reviews. */
    static Bilingual rightsOf(Role role) {
        return switch (role) {
            case OFFICER ->
                new Bilingual(
                        "查看范围内全部数据，处理预警事件，修改范围内的登记册，复核他人的变更申请",
                        "sees all data of the scope, acknowledges cases, changes the registry there, reviews what others ask");
            case LEADER -> new Bilingual("查看范围内全部数据，不作处理", "sees all data of the scope, changes nothing");
            case ENTERPRISE_CONTACT ->
                new Bilingual(
                        "查看本企业的数据、预警和资料，确认预警，填报月报，上传资料",
                        "sees data, cases and files of the enterprise, acknowledges cases, fills in returns, attaches files");
            case GRID_OFFICER ->
                new Bilingual(
                        "查看所负责企业的数据、预警和资料，确认预警，上传资料",
                        "sees data, cases and files of the enterprises looked after, acknowledges cases, attaches files");
            case SEWAGE_PLANT_OPERATOR ->
                new Bilingual(
                        "查看纳管排放口的数据、超标和预警，确认预警",
                        "sees data, exceedances and cases of the outlets that drain to the plant, acknowledges cases");
            case MAINTAINER ->
                new Bilingual(
                        "查看所维护设备、被拒报文和离线预警，确认预警",
                        "sees devices in care, what is refused of them and their silence, acknowledges it");
            case OPERATOR ->
                new Bilingual(
                        "运行平台，查看平台状态、设备及其被拒报文，修改登记册",
                        "runs the platform, sees its state, devices and what is refused of them, changes the registry");
            case ACCOUNT_ADMINISTRATOR ->
                new Bilingual("管理账号和接口密钥，不查看业务数据", "makes accounts and keys, sees no figures");
            case AUDITOR -> new Bilingual("查看全部数据和审计日志，不作更改", "sees all data and the audit log, changes nothing");
        };
    }

    static Bilingual of(Role role) {
        return switch (role) {
            case OFFICER -> new Bilingual("监管人员", "Officer");
            case LEADER -> new Bilingual("领导", "Leader");
            case ENTERPRISE_CONTACT -> new Bilingual("企业联系人", "Enterprise contact");
            case GRID_OFFICER -> new Bilingual("网格员", "Grid officer");
            case SEWAGE_PLANT_OPERATOR -> new Bilingual("污水处理厂运营人员", "Sewage plant operator");
            case MAINTAINER -> new Bilingual("运维单位", "Maintainer");
            case OPERATOR -> new Bilingual("平台运维", "Operator");
            case ACCOUNT_ADMINISTRATOR -> new Bilingual("账号管理员", "Account administrator");
            case AUDITOR -> new Bilingual("审计员", "Auditor");
        };
    }
}
