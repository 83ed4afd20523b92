/** What can be wrong with a declaration, said in plain Chinese and English. Depends on nothing. */
@NullMarked
package io.jiyun.quota.rule;

import org.jspecify.annotations.NullMarked;
