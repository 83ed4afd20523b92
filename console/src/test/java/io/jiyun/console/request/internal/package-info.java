@NullMarked
package io.jiyun.console.request.internal;

import org.jspecify.annotations.NullMarked;
