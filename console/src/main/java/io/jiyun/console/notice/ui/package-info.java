/** Pages of notices. */
@NullMarked
package io.jiyun.console.notice.ui;

import org.jspecify.annotations.NullMarked;
