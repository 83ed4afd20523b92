/** Bad declarations: each gets a plain sentence, and nothing else changes. */
@NullMarked
package io.jiyun.operator.refusal;

import org.jspecify.annotations.NullMarked;
