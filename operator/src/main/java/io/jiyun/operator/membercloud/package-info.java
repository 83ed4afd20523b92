/** Reconciles MemberCloud: connects clouds as declared and reports what they have and hold. */
@NullMarked
package io.jiyun.operator.membercloud;

import org.jspecify.annotations.NullMarked;
