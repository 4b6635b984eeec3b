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
            case MONTH_CLOSED -> new Bilingual("月度关账", "Month closed");
            case CASE_ACKNOWLEDGED -> new Bilingual("确认预警事件", "Case acknowledged");
            case PROPOSAL_DECLINED -> new Bilingual("否决换表建议", "Proposal declined");
            case PHONE_REVEALED -> new Bilingual("查看完整电话", "Phone number revealed");
            case LOOKED -> new Bilingual("查看", "Looked at");
            case LOG_RETIRED -> new Bilingual("清理到期日志", "Old entries retired");
            case FILE_UPLOADED -> new Bilingual("上传文件", "File uploaded");
            case FILE_ATTACHED -> new Bilingual("添加附件", "Attachment added");
            case FILE_REMOVED -> new Bilingual("移除附件", "Attachment removed");
        };
    }
}
