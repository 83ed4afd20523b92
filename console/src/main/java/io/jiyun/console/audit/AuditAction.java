package io.jiyun.console.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people decide. An entry keeps the code; pages say it in words ({@code audit.action.*}). */
public enum AuditAction {
    ACCOUNT_CREATE,
    ACCOUNT_CREATE_BY_PROVIDER,
    ACCOUNT_ROLE_BY_PROVIDER,
    ACCOUNT_DESCRIBE,
    ACCOUNT_ENABLE,
    ACCOUNT_DISABLE,
    ACCOUNT_UNLOCK,
    ACCOUNT_GRANT_ROLE,
    ACCOUNT_CHANGE_PASSWORD,
    ACCOUNT_RESET_PASSWORD,
    ACCOUNT_TAKE_SECOND_FACTOR,
    ACCOUNT_DROP_SECOND_FACTOR,
    ACCOUNT_RESET_SECOND_FACTOR,
    BUREAU_REGISTER,
    BUREAU_CHANGE,
    CALENDAR_CHANGE,
    CALENDAR_IMPORT,
    QUOTA_CREATE,
    QUOTA_CHANGE,
    REQUEST_CREATE,
    REQUEST_EDIT,
    REQUEST_DUPLICATE,
    REQUEST_ATTACH,
    REQUEST_DETACH,
    REQUEST_SUBMIT,
    REQUEST_APPROVE,
    REQUEST_REJECT,
    REQUEST_RETURN,
    REQUEST_DELEGATE,
    REQUEST_CONFIRM,
    REQUEST_WITHDRAW,
    WEBHOOK_ADD,
    WEBHOOK_REMOVE,
    WORKFLOW_SAVE;

    /** As entries keep it, for example {@code account.reset-second-factor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    /** Empty for a code that an older or newer console wrote. */
    public static Optional<AuditAction> of(String code) {
        return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
    }
}
