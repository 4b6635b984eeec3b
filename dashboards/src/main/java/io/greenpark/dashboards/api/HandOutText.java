package io.greenpark.dashboards.api;

/** What whoever sets devices up has to know, in both languages. */
final class HandOutText {
    private HandOutText() {}

    /** @param authority whether the certificate of the server's authority lies beside it */
    static String of(boolean authority) {
        return """
                Greenpark 智慧园区：设备凭据

                devices.csv 每行一台设备或网关：kind（device 设备、gateway 网关），id，username 用户名，password 密码，
                token 访问令牌（可代替用户名和密码），pskHex DTLS 预共享密钥（十六进制，标识即 id）。
                password 为空的，其密码另行约定，保持不变。
                %s
                这些凭据自制作之时起生效，同一设备以前的凭据不再能用于新的连接；已连接的设备断开后须用新凭据。
                请只写入设备，写入后删除本文件；不要用邮件或聊天工具同时发送压缩包和口令。

                Greenpark: credentials of devices

                devices.csv has a line for each device or gateway: kind, id, username, password, token (in place of user name and
                password), pskHex (pre-shared key of DTLS, hexadecimal; its identity is the id).
                Where password is empty it was agreed on elsewhere and stays.
                %s
                They are valid since they were made; what the same device had before opens no new connection. A device that is
                connected needs the new ones once its connection ends.
                Write them into the devices and delete this file; never send the archive and its passphrase the same way.
                """.formatted(
                        authority ? "ca.pem 是服务器证书的签发机构，装入设备以核对服务器。\n" : "",
                        authority
                                ? "ca.pem is the authority of the server's certificate; install it, so that devices know the server.\n"
                                : "");
    }
}
