@NullMarked
package io.jiyun.console.language;

import org.jspecify.annotations.NullMarked;
