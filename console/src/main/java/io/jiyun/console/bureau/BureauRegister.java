package io.jiyun.console.bureau;

import org.jspecify.annotations.Nullable;

/** Where bureaus are entered when their first quota appears. */
public interface BureauRegister {
    /** Enters the bureau, or corrects the name and parent of one that is known. */
    void enter(String code, String name, @Nullable String parentCode);

    boolean isKnown(String code);
}
