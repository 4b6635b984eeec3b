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
            case ACCEPTANCE_SIGNED -> new Bilingual("签署验收单（安装人）", "Acceptance sheet signed by the installer");
            case ACCEPTANCE_GIVEN_BACK -> new Bilingual("退回验收单", "Acceptance sheet given back");
            case ACCEPTANCE_GIVEN -> new Bilingual("验收通过", "Device accepted");
            case MONTH_CLOSED -> new Bilingual("月度关账", "Month closed");
            case CASE_ACKNOWLEDGED -> new Bilingual("确认预警事件", "Case acknowledged");
            case CASE_ASSIGNED -> new Bilingual("变更预警承办人", "Case given to somebody or back");
            case CONTACT_CONFIRMED -> new Bilingual("确认联系人", "Contact confirmed");
            case CONTACT_DECLINED -> new Bilingual("联系人表示不再负责", "Contact says it is none");
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
            case FILE_UPLOADED -> new Bilingual("上传文件", "File uploaded");
            case FILE_ATTACHED -> new Bilingual("添加附件", "Attachment added");
            case FILE_REMOVED -> new Bilingual("移除附件", "Attachment removed");
            case CREDENTIALS_RENEWED -> new Bilingual("下发设备新凭据", "New credentials of a device");
            case SHEET_MAPPING_CHANGED -> new Bilingual("更改表格对应关系", "Mapping of a sheet changed");
        };
    }
}
