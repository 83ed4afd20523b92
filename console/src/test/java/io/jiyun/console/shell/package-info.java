@NullMarked
package io.jiyun.console.shell;

import org.jspecify.annotations.NullMarked;
