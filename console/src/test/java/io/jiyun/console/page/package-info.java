@NullMarked
package io.jiyun.console.page;

import org.jspecify.annotations.NullMarked;
