package io.jiyun.console.access;

/**
 * Roles of the console. The three administrators (三员) are kept apart: nobody holds two of their
 * roles, and none of them touches quota.
 */
public enum Role {
    /** 云管理员: allocates quota and runs the clouds. */
    CLOUD_ADMIN,
    /** 使用单位经办人: files for the bureau. */
    BUREAU_CLERK,
    /** 使用单位负责人: signs for the bureau. */
    BUREAU_HEAD,
    /** 财务: utilisation and cost; changes no quota. */
    FINANCE,
    /** 系统管理员: accounts and settings. */
    SYSTEM_ADMIN,
    /** 安全管理员: roles and policy. */
    SECURITY_ADMIN,
    /** 审计管理员: reads the audit trail. */
    AUDITOR;

    /** Bureau roles see their own bureau and nothing of another. */
    public boolean ofBureau() {
        return this == BUREAU_CLERK || this == BUREAU_HEAD;
    }

    public String authority() {
        return "ROLE_" + name();
    }
}
