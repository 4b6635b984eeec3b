package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.park.text.Bilingual;

/** What was done, in words. */
final class AuditTexts {
    private AuditTexts() {}

    /** Of a code in the log; the code itself where there is no such action, since a row may have been tampered with. */
    static Bilingual of(String code) {
        return AuditAction.ofCode(code).map(AuditTexts::of).orElse(Bilingual.same(code));
    }

    static Bilingual of(AuditAction action) {
        return switch (action) {
            case ACCOUNT_CREATED -> new Bilingual("新建账号", "Account made");
            case ACCOUNT_CHANGED -> new Bilingual("更改账号", "Account changed");
            case ACCOUNT_CLOSED -> new Bilingual("停用账号", "Account closed");
            case ACCOUNT_HANDED_OVER -> new Bilingual("离岗交接", "Account handed over");
            case ACCOUNT_INVITED -> new Bilingual("发送账号邀请", "Account invited");
            case PASSWORD_CHANGED -> new Bilingual("更改或重置密码", "Password changed or reset");
            case SECOND_FACTOR_CHANGED -> new Bilingual("更改动态验证码", "Second factor changed");
            case KEY_CREATED -> new Bilingual("新建接口密钥", "API key made");
            case KEY_CHANGED -> new Bilingual("更改接口密钥", "API key changed");
            case KEY_REVOKED -> new Bilingual("停用接口密钥", "API key ended");
            case SESSION_OPENED -> new Bilingual("登录", "Signed in");
            case SESSION_ENDED -> new Bilingual("结束会话", "Sessions ended");
            case SESSION_REFUSED -> new Bilingual("登录被拒", "Sign-in refused");
            case ACCESS_REFUSED -> new Bilingual("越权访问被拒", "Access refused");
            case REGISTRY_CHANGED -> new Bilingual("变更登记册", "Registry changed");
            case REVIEW_REQUESTED -> new Bilingual("提请复核", "Review requested");
            case REVIEW_APPROVED -> new Bilingual("复核同意", "Review approved");
            case REVIEW_REJECTED -> new Bilingual("复核退回", "Review rejected");
            case REVIEW_WITHDRAWN -> new Bilingual("撤回提请", "Review withdrawn");
            case REVIEW_SUPERSEDED -> new Bilingual("紧急变更已被后续变更取代", "Emergency superseded");
            case RETURN_SUBMITTED -> new Bilingual("提交月度填报", "Monthly return submitted");
            case RETURN_GIVEN_BACK -> new Bilingual("退回月度填报", "Monthly return given back");
            case RETURN_ACCEPTED -> new Bilingual("采纳月度填报", "Monthly return accepted");
            case ACCEPTANCE_TAKEN_BACK ->
                new Bilingual("撤回验收单签字（安装人）", "First signature of an acceptance sheet taken back");
            case ACCEPTANCE_SIGNED -> new Bilingual("签署验收单（安装人）", "Acceptance sheet signed by the installer");
            case ACCEPTANCE_GIVEN_BACK -> new Bilingual("退回验收单", "Acceptance sheet given back");
            case ACCEPTANCE_GIVEN -> new Bilingual("验收通过", "Device accepted");
            case OBJECTION_FILED -> new Bilingual("提出异议", "Objection filed");
            case OBJECTION_WITHDRAWN -> new Bilingual("撤回异议", "Objection withdrawn");
            case OBJECTION_DECIDED -> new Bilingual("决定异议", "Objection decided");
            case OBJECTION_CORRECTED -> new Bilingual("确认月份已更正", "Month said to be corrected");
            case MONTH_CLOSED -> new Bilingual("月度关账", "Month closed");
            case CLEAN_LIST_PROPOSED -> new Bilingual("清洁生产名单提交复核", "Clean-production list proposed");
            case CLEAN_LIST_APPROVED -> new Bilingual("清洁生产名单复核通过", "Clean-production list approved");
            case CLEAN_LIST_REJECTED -> new Bilingual("清洁生产名单复核退回", "Clean-production list rejected");
            case CLEAN_STEP_ENTERED -> new Bilingual("清洁生产步骤登记", "Clean-production step entered");
            case CLEAN_STEP_TAKEN_BACK -> new Bilingual("清洁生产步骤撤销", "Clean-production step taken back");
            case CLEAN_OWNER_NAMED -> new Bilingual("清洁生产承办人变更", "Clean-production owner named");
            case CLEAN_TERM_SET -> new Bilingual("清洁生产期限设定", "Clean-production term set");
            case CANDIDATE_PROPOSED -> new Bilingual("强制审核候选提出", "Candidate proposed");
            case CANDIDATE_DROPPED -> new Bilingual("强制审核候选撤回", "Candidate dropped");
            case ORDER_ENTERED -> new Bilingual("行政命令登记", "Order entered");
            case ORDER_TAKEN_BACK -> new Bilingual("行政命令撤销", "Order taken back");
            case CASE_ACKNOWLEDGED -> new Bilingual("确认预警事件", "Case acknowledged");
            case CASE_HANDLED -> new Bilingual("办理预警事件", "Case handled");
            case PROCEDURES_CHANGED -> new Bilingual("修改办理规程", "Procedures changed");
            case MESSAGE_TEMPLATES_CHANGED -> new Bilingual("修改消息模板", "Message templates changed");
            case ALERT_RULE_CHANGED -> new Bilingual("修改预警规则", "Alert rule changed");
            case LEGAL_BASIS_CHANGED -> new Bilingual("修改依据", "Legal basis changed");
            case NOTICE_PLAN_CHANGED -> new Bilingual("修改推送规则", "Notice plan changed");
            case DATA_MARKED -> new Bilingual("标记本企业数据", "Own data marked");
            case DATA_MARK_WITHDRAWN -> new Bilingual("撤回数据标记", "Mark of data withdrawn");
            case DATA_MARK_DECIDED -> new Bilingual("审核数据标记", "Mark of data decided");
            case DATA_MARK_REVOKED -> new Bilingual("撤销采信数据标记", "Acceptance of a mark revoked");
            case MARKING_RULES_CHANGED -> new Bilingual("修改数据标记规则", "Marking rules changed");
            case CASES_MUTED -> new Bilingual("登记维护窗口或静默", "Cases muted");
            case MUTE_ENDED -> new Bilingual("提前结束静默", "Mute ended");
            case CASE_ASSIGNED -> new Bilingual("变更预警承办人", "Case given to somebody or back");
            case CONTACT_CONFIRMED -> new Bilingual("确认联系人", "Contact confirmed");
            case CONTACT_DECLINED -> new Bilingual("联系人表示不再负责", "Contact says it is none");
            case CHANNEL_TESTED -> new Bilingual("测试通知渠道", "Test message sent");
            case CONTACT_MARKED -> new Bilingual("标记联系人地址", "Contact's address marked");
            case DEPUTY_NAMED -> new Bilingual("指定代办人", "Deputy named");
            case DEPUTY_ENDED -> new Bilingual("结束代办", "Deputyship ended");
            case PROPOSAL_DECLINED -> new Bilingual("否决换表建议", "Proposal declined");
            case DEVICE_CLAIMED -> new Bilingual("认领设备", "Unknown device claimed");
            case DEVICE_DISCARDED -> new Bilingual("不认领设备", "Unknown device discarded");
            case DEVICE_RESTORED -> new Bilingual("恢复待认领设备", "Unknown device restored");
            case PHONE_REVEALED -> new Bilingual("查看完整电话", "Phone number revealed");
            case LOOKED -> new Bilingual("查看", "Looked at");
            case LOG_RETIRED -> new Bilingual("清理到期日志", "Old entries retired");
            case PACK_ORDERED -> new Bilingual("申请生成检查包", "Inspection pack asked for");
            case PACK_MADE -> new Bilingual("检查包生成", "Inspection pack made");
            case PACK_FETCHED -> new Bilingual("下载检查包", "Inspection pack fetched");
            case FILE_UPLOADED -> new Bilingual("上传文件", "File uploaded");
            case FILE_ATTACHED -> new Bilingual("添加附件", "Attachment added");
            case FILE_REMOVED -> new Bilingual("移除附件", "Attachment removed");
            case CREDENTIALS_RENEWED -> new Bilingual("下发设备新凭据", "New credentials of a device");
            case PLAN_CHANGED -> new Bilingual("更改规划", "Plan changed");
            case PLAN_VALUES_STATED -> new Bilingual("填报规划目标数值", "Values of a plan's targets stated");
            case YEAR_SHEET_ENTERED -> new Bilingual("录入企业年度数据", "Yearly sheet entered");
            case YEAR_SHEET_ANSWERED -> new Bilingual("企业答复年度数据", "Yearly sheet confirmed or objected to");
            case SHEET_MAPPING_CHANGED -> new Bilingual("更改表格对应关系", "Mapping of a sheet changed");
        };
    }
}
