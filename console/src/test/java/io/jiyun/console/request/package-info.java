@NullMarked
package io.jiyun.console.request;

import org.jspecify.annotations.NullMarked;
