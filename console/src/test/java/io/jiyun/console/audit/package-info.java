@NullMarked
package io.jiyun.console.audit;

import org.jspecify.annotations.NullMarked;
