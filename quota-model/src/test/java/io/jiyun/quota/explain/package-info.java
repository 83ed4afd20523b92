@NullMarked
package io.jiyun.quota.explain;

import org.jspecify.annotations.NullMarked;
