/** The quota guarantee under an adversary that orders every single read, write and failure. */
@NullMarked
package io.jiyun.quota.guarantee;

import org.jspecify.annotations.NullMarked;
