package io.jiyun.console.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministrationPagesTest extends PageTests {
    @ParameterizedTest
    @CsvSource({
        "SYSTEM_ADMIN, bureaus, 使用单位",
        "SYSTEM_ADMIN, channels, 还没有通道",
        "SECURITY_ADMIN, accounts, 谁能登录",
        "FINANCE, notices, 通知",
        "FINANCE, second-factor, 未启用",
        "CLOUD_ADMIN, quotas/none/what-if, none"
    })
    void eachPageOpensAndSaysWhatItIsFor(Role role, String address, String expected) {
        as(role, null);
        open(address);
        assertThat(read()).contains(expected);
    }
}
