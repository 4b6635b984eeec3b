package io.greenpark.dashboards.api;

import io.greenpark.alerts.contact.ContactLine;
import io.greenpark.park.text.Bilingual;

/** Words of contacts. */
final class ContactTexts {
    private ContactTexts() {}

    static Bilingual of(ContactLine.State state) {
        return switch (state) {
            case CURRENT -> new Bilingual("有效", "Current");
            case DUE -> new Bilingual("待确认", "To be confirmed");
            case OVERDUE -> new Bilingual("逾期未确认", "Overdue");
            case DECLINED -> new Bilingual("本人表示不再负责", "Says it is no contact");
            case BROKEN -> new Bilingual("地址不通", "Address does not work");
            case NONE -> new Bilingual("没有联系人", "No contact");
        };
    }

    /** What is to be done, and by whom. */
    static Bilingual nextStep(ContactLine line) {
        return switch (line.state()) {
            case CURRENT -> new Bilingual("无需处理，到期自动询问", "nothing; it is asked when it is due");
            case DUE ->
                line.asked() > 0
                        ? new Bilingual("已发邮件，等本人点击确认", "it has been asked by mail; it presses a button")
                        : new Bilingual("待发邮件；或由企业账号、监管人员在此确认", "to be asked; or confirmed here");
            case OVERDUE -> new Bilingual("请监管人员电话核实后在此确认，或更换联系人", "call and confirm it here, or change the contact");
            case DECLINED -> new Bilingual("请更换联系人", "change the contact");
            case BROKEN -> new Bilingual("请核实并更正地址", "find out the right address and change it");
            case NONE -> new Bilingual("请登记联系人", "add a contact");
        };
    }
}
