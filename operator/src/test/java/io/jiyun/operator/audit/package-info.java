@NullMarked
package io.jiyun.operator.audit;

import org.jspecify.annotations.NullMarked;
