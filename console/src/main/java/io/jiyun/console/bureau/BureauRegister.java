package io.jiyun.console.bureau;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where bureaus are entered when their first quota appears. */
public interface BureauRegister {
    /** Enters the bureau, or corrects the name and parent of one that is known. */
    void enter(String code, String name, @Nullable String parentCode);

    boolean isKnown(String code);

    /** Empty for a bureau that is not known. */
    Optional<String> nameOf(String code);
}
