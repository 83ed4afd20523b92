package io.jiyun.console.account.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.bureau.BureauRegister;
import io.jiyun.console.language.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether an account can be made as it is written. */
@Component
class DraftCheck {
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,63}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,180}");
    private static final int LONGEST_NAME = 128;

    private final AccountTable accounts;
    private final BureauRegister bureaus;

    DraftCheck(AccountTable accounts, BureauRegister bureaus) {
        this.accounts = accounts;
        this.bureaus = bureaus;
    }

    List<SpecViolation> checkNew(AccountDraft draft) {
        List<SpecViolation> violations = new ArrayList<>(check(draft));
        if (!USERNAME.matcher(draft.username()).matches()) {
            violations.add(wrong("username", "account.username.form", draft.username()));
        } else if (accounts.find(draft.username()).isPresent()) {
            violations.add(wrong("username", "account.username.taken", draft.username()));
        }
        String bureau = draft.bureauCode();
        if (draft.role().ofBureau() && bureau == null) {
            violations.add(wrong("bureau", "account.bureau.needed", draft.username()));
        } else if (!draft.role().ofBureau() && bureau != null) {
            violations.add(wrong("bureau", "account.bureau.none", draft.username()));
        } else if (bureau != null && !bureaus.isKnown(bureau)) {
            violations.add(wrong("bureau", "account.bureau.unknown", bureau));
        }
        return violations;
    }

    List<SpecViolation> check(AccountDraft draft) {
        List<SpecViolation> violations = new ArrayList<>();
        String name = draft.displayName().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(wrong("displayName", "account.name.form", LONGEST_NAME));
        }
        String email = draft.email();
        if (email != null && !EMAIL.matcher(email).matches()) {
            violations.add(wrong("email", "account.email.form", email));
        } else if (email != null && accounts.isEmailOfOthers(email, draft.username())) {
            // One person, one account: or the three administrators could be one.
            violations.add(wrong("email", "account.email.taken", email));
        }
        return violations;
    }

    private static SpecViolation wrong(String field, String key, Object argument) {
        return Sentences.violation("AccountInvalid", field, key, argument);
    }
}
