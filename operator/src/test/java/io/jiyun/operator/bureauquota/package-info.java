@NullMarked
package io.jiyun.operator.bureauquota;

import org.jspecify.annotations.NullMarked;
